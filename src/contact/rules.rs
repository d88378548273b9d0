//! What is wrong with a draft, by the contract's rules. Their code comes with the rest of the form:
//! an empty form can be shown and typed into before.

use partner_portal_contract::{ContactInformationDraft, FieldError, Policy};

use crate::browser::{AssumedReferenceData, Tables};
use crate::chunk::chunk;

/// Finds every error of a draft; without the tables, those that need none.
pub type Rules = fn(&ContactInformationDraft, &Policy, Option<&Tables>) -> Vec<FieldError>;

/// Fetches the rest of the form before it is needed; when that fails, it is fetched again then.
pub async fn fetch_form() {
    let _ = rules_chunk().await;
}

chunk! {
    /// The rules' code.
    pub fn rules_chunk() -> Rules, in form {
        |draft, policy, tables| {
        let parsed = match tables {
            Some(tables) => draft.parse(policy, tables),
            None => draft.parse(policy, &AssumedReferenceData),
        };
        parsed.err().unwrap_or_default()
    }
    }
}
