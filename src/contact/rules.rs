//! What is wrong with a draft, by the contract's rules. Their code comes with the rest of the form:
//! an empty form can be shown and typed into before.

use leptos::wasm_split::{SplitLoaderError, wasm_split};
use partner_portal_contract::{ContactInformationDraft, FieldError, Policy};

use crate::browser::{AssumedReferenceData, Tables};

/// Finds every error of a draft; without the tables, those that need none.
pub type Rules = fn(&ContactInformationDraft, &Policy, Option<&Tables>) -> Vec<FieldError>;

/// The rules' code.
#[wasm_split(form, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn rules_chunk() -> Result<Rules, SplitLoaderError> {
    Ok(|draft, policy, tables| {
        let parsed = match tables {
            Some(tables) => draft.parse(policy, tables),
            None => draft.parse(policy, &AssumedReferenceData),
        };
        parsed.err().unwrap_or_default()
    })
}
