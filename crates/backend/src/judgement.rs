//! Whether an account is complete. The rules are the contract's; this finds what they ask about.

use partner_portal_contract::{
    BundledReferenceData, Environment, Policy, ProblemCode, Requirement,
    completion::{MAX_EDITORS, requirements},
};

use crate::{
    account_completion::AccountCompletion,
    error::ApiError,
    ids::AccountId,
    state::AppState,
    storage::{StoredAccount, unknown_among},
};

/// What is asked of an account in an environment, and what of it is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The revision of the contact information that was judged.
    pub revision: u64,
    /// One entry a field.
    pub requirements: Vec<Requirement>,
}

impl Judgement {
    /// Whether nothing keeps the account locked.
    pub fn is_complete(&self) -> bool {
        !self.requirements.iter().any(Requirement::blocks)
    }
}

/// Reads the completion that is stored now.
pub async fn account_completion(
    state: &AppState,
    account: &AccountId,
    environment: Environment,
) -> Result<AccountCompletion, ApiError> {
    let Judgement { revision, requirements } = judge(state, account, environment).await?;
    let editors = state.storage.editors(account, MAX_EDITORS).await?;
    Ok(AccountCompletion { revision, requirements, editors })
}

/// Judges what is stored now.
pub async fn judge(
    state: &AppState,
    account: &AccountId,
    environment: Environment,
) -> Result<Judgement, ApiError> {
    let account = state.storage.account(account).await?.ok_or(ProblemCode::NotFound)?;
    judge_account(state, &account, environment).await
}

/// Judges what is stored now for an account that is already at hand.
pub async fn judge_account(
    state: &AppState,
    account: &StoredAccount,
    environment: Environment,
) -> Result<Judgement, ApiError> {
    let rules = state.rules(account, environment)?;
    let stored = state.storage.contact_information(&account.id).await?;
    let alert_contacts = &stored.document.alert_contacts;
    let active = state.storage.active_among(&account.id, alert_contacts).await?;
    let policy = Policy {
        stored_alert_contacts: alert_contacts.clone(),
        unknown_users: unknown_among(alert_contacts, &active),
        ..Policy::of(rules)
    };
    let requirements = requirements(&stored.document, &policy, &BundledReferenceData);
    Ok(Judgement { revision: stored.revision, requirements })
}
