//! Collects what other integration types change for the stored accounts.

use std::collections::BTreeMap;

use partner_portal_contract::{ContactField, Environment, FieldErrorCode, Requirement};

use crate::{
    integration_types::IntegrationTypes, rules::completion::evaluate,
    storage::accounts::AccountInformation,
};

/// The number of accounts that a report names.
const MOST_NAMED: usize = 20;

/// The changes of all accounts.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// The counts per integration type and environment.
    pub(super) counts: BTreeMap<(String, Environment), Counts>,
    /// The first accounts that would lock.
    pub(super) named: Vec<Locked>,
    /// The number of accounts and environments that would lock.
    pub(super) locked: u64,
    /// The integration types that the changed file lacks, each with the number of its accounts.
    pub(super) missing_types: BTreeMap<String, u64>,
}

/// The counts of an integration type in an environment.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) accounts: u64,
    /// The accounts that are open now and would lock.
    pub(super) locks: u64,
    /// The accounts that are locked now and would open.
    pub(super) opens: u64,
}

/// An account that would lock in an environment.
#[derive(Debug)]
pub(super) struct Locked {
    pub(super) partner_id: String,
    pub(super) integration_type: String,
    pub(super) environment: Environment,
    pub(super) fields: Vec<(ContactField, Option<FieldErrorCode>)>,
}

impl Changes {
    /// Adds the changes of an account.
    pub(super) fn add(
        &mut self,
        account: &AccountInformation,
        current: &IntegrationTypes,
        checked: &IntegrationTypes,
    ) {
        let integration_type = &account.account.integration_type;
        let Some(offered) = checked.get(integration_type) else {
            *self.missing_types.entry(integration_type.clone()).or_default() += 1;
            return;
        };
        for environment in offered.environments() {
            let unmet_after = unmet(account, checked, environment).unwrap_or_default();
            let unmet_before = unmet(account, current, environment);
            // An environment that the current file does not offer is not open now.
            let is_open = unmet_before.is_some_and(|fields| fields.is_empty());
            let counts = self.counts.entry((integration_type.clone(), environment)).or_default();
            counts.accounts += 1;
            match (is_open, unmet_after.is_empty()) {
                (true, false) => counts.locks += 1,
                (false, true) => counts.opens += 1,
                _ => {}
            }
            if is_open && !unmet_after.is_empty() {
                self.locked += 1;
                if self.named.len() < MOST_NAMED {
                    self.named.push(Locked {
                        partner_id: account.account.partner_id.clone(),
                        integration_type: integration_type.clone(),
                        environment,
                        fields: unmet_after,
                    });
                }
            }
        }
    }
}

/// Returns the fields that keep the account locked, or `None` if the types do not offer the
/// environment to it.
fn unmet(
    account: &AccountInformation,
    types: &IntegrationTypes,
    environment: Environment,
) -> Option<Vec<(ContactField, Option<FieldErrorCode>)>> {
    let rules = types.get(&account.account.integration_type)?.rules(environment)?;
    let evaluated = evaluate(rules, &account.document, &account.active_alert_contacts);
    let blocking = evaluated.into_iter().filter(Requirement::blocks);
    Some(blocking.map(|requirement| (requirement.field, requirement.reason)).collect())
}
