//! Reads the stored data of an account and computes its completion with the rules of the contract.

use partner_portal_contract::{
    BundledReferenceData, Environment, Policy, ProblemCode, Requirement,
    completion::{MAX_EDITORS, requirements},
};

use crate::{
    account_completion::AccountCompletion,
    http::error::ApiError,
    ids::AccountId,
    state::AppState,
    storage::{StoredAccount, unknown_among},
};

/// The requirements of an account in an environment, with whether each is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The revision of the contact information that was evaluated.
    pub revision: u64,
    /// The requirements, one per field.
    pub requirements: Vec<Requirement>,
}

impl Judgement {
    /// Checks whether no unmet requirement keeps the portal locked.
    pub fn is_complete(&self) -> bool {
        !self.requirements.iter().any(Requirement::blocks)
    }
}

/// Computes the completion from the stored data.
pub async fn account_completion(
    state: &AppState,
    account: &AccountId,
    environment: Environment,
) -> Result<AccountCompletion, ApiError> {
    let Judgement { revision, requirements } = judge(state, account, environment).await?;
    let editors = state.storage.editors(account, MAX_EDITORS).await?;
    Ok(AccountCompletion { revision, requirements, editors })
}

/// Evaluates the requirements with the stored data.
pub async fn judge(
    state: &AppState,
    account: &AccountId,
    environment: Environment,
) -> Result<Judgement, ApiError> {
    let account = state.storage.account(account).await?.ok_or(ProblemCode::NotFound)?;
    judge_account(state, &account, environment).await
}

/// Evaluates the requirements of an account that was already read.
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
