//! Evaluates the requirements of an account with its stored data and the rules of the contract.

use std::collections::BTreeSet;

use partner_portal_contract::{
    BundledReferenceData, ContactInformationInput, Environment, FieldRules, Policy, ProblemCode,
    Requirement,
    completion::{Editor, MAX_EDITORS, requirements},
};

use super::{error::RuleError, offered_types::field_rules};
use crate::{
    ids::{AccountId, UserId},
    integration_types::IntegrationTypes,
    storage::{Storage, accounts::StoredAccount},
};

/// The requirements of an account in an environment, with whether each is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRequirements {
    /// The revision of the contact information that was evaluated.
    pub revision: u64,
    /// The requirements, one per field.
    pub requirements: Vec<Requirement>,
}

/// The completion of an account in an environment, without the parts that depend on the member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountCompletion {
    /// The evaluated requirements.
    pub evaluated: AccountRequirements,
    /// The members who may edit, limited to the number that a completion names.
    pub editors: Vec<Editor>,
}

impl AccountRequirements {
    /// Checks whether no unmet requirement keeps the portal locked.
    pub fn is_complete(&self) -> bool {
        !self.requirements.iter().any(Requirement::blocks)
    }
}

/// Computes the completion from the stored data.
pub async fn account_completion(
    storage: &Storage,
    types: &IntegrationTypes,
    account: &AccountId,
    environment: Environment,
) -> Result<AccountCompletion, RuleError> {
    let evaluated = account_requirements(storage, types, account, environment).await?;
    let editors = storage.editors(account, MAX_EDITORS).await?;
    Ok(AccountCompletion { evaluated, editors })
}

/// Evaluates the requirements with the stored data.
pub async fn account_requirements(
    storage: &Storage,
    types: &IntegrationTypes,
    account: &AccountId,
    environment: Environment,
) -> Result<AccountRequirements, RuleError> {
    let account = storage.account(account).await?.ok_or(ProblemCode::NotFound)?;
    requirements_of(storage, types, &account, environment).await
}

/// Evaluates the requirements of an account that was already read.
pub async fn requirements_of(
    storage: &Storage,
    types: &IntegrationTypes,
    account: &StoredAccount,
    environment: Environment,
) -> Result<AccountRequirements, RuleError> {
    let rules = field_rules(types, account, environment)?;
    let stored = storage.contact_information(&account.id).await?;
    let active = storage.active_among(&account.id, &stored.document.alert_contacts).await?;
    let requirements = evaluate(rules, &stored.document, &active);
    Ok(AccountRequirements { revision: stored.revision, requirements })
}

/// Evaluates a document by the rules of an environment. `active` are the alert contacts in the
/// document that are active users of the account.
pub fn evaluate(
    rules: FieldRules,
    document: &ContactInformationInput,
    active: &BTreeSet<UserId>,
) -> Vec<Requirement> {
    let policy = Policy {
        stored_alert_contacts: document.alert_contacts.clone(),
        unknown_users: unknown_among(&document.alert_contacts, active),
        ..Policy::of(rules)
    };
    requirements(document, &policy, &BundledReferenceData)
}

/// Returns those of `ids` that are not among the active users of the account.
pub fn unknown_among(ids: &[String], active: &BTreeSet<UserId>) -> BTreeSet<String> {
    ids.iter().filter(|id| !active.contains(&UserId::new(id.as_str()))).cloned().collect()
}
