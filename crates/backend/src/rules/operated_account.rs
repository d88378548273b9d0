//! Evaluates accounts for the operator.

use partner_portal_contract::{
    Environment, Requirement,
    operator::{EnvironmentCompletion, OperatorAccount, OperatorBrand},
};

use super::{completion::evaluate, error::RuleError, offered_types::offered_type};
use crate::{
    clock::rfc3339, integration_types::IntegrationTypes, storage::accounts::AccountInformation,
};

/// Returns the account in the form that the API returns to the operator.
pub(crate) fn operator_account(
    types: &IntegrationTypes,
    stored: &AccountInformation,
) -> Result<OperatorAccount, RuleError> {
    let AccountInformation { account, .. } = stored;
    let mut completion = Vec::new();
    for environment in offered_type(types, account)?.environments() {
        let unmet = unmet(types, stored, environment)?.unwrap_or_default();
        let complete = unmet.is_empty();
        completion.push(EnvironmentCompletion { environment, complete, unmet });
    }
    let mut brands = vec![OperatorBrand {
        id: stored.default_brand_id.clone(),
        name: account.default_brand.name.clone(),
        support_email: account.default_brand.support_email.clone(),
        is_default: true,
    }];
    brands.extend(stored.other_brands.iter().cloned());
    Ok(OperatorAccount {
        partner_id: account.partner_id.clone(),
        name: account.name.clone(),
        integration_type: account.integration_type.clone(),
        brands,
        language: stored.language,
        changed_at: rfc3339(stored.changed_at),
        completion,
    })
}

/// Returns the requirements that keep the account locked, or `None` if its integration type does not
/// have the environment.
pub(crate) fn unmet(
    types: &IntegrationTypes,
    stored: &AccountInformation,
    environment: Environment,
) -> Result<Option<Vec<Requirement>>, RuleError> {
    let Some(rules) = offered_type(types, &stored.account)?.rules(environment) else {
        return Ok(None);
    };
    let mut requirements = evaluate(rules, &stored.document, &stored.active_alert_contacts);
    requirements.retain(Requirement::blocks);
    Ok(Some(requirements))
}
