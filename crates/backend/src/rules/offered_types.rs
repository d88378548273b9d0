//! Finds the integration type of an account and the rules that it implies.

use partner_portal_contract::{Environment, FieldRules, ProblemCode};

use super::error::RuleError;
use crate::{
    integration_types::{IntegrationTypes, OfferedType},
    storage::accounts::StoredAccount,
};

/// Returns the integration type of the account. It was checked when the server started, so an
/// unknown one is a bug.
pub(crate) fn offered_type<'a>(
    types: &'a IntegrationTypes,
    account: &StoredAccount,
) -> Result<&'a OfferedType, RuleError> {
    types.get(&account.integration_type).ok_or_else(|| {
        tracing::error!("an account has an integration type that is not offered");
        ProblemCode::Internal.into()
    })
}

/// Returns the rules of the account in an environment. The environment comes from the request and
/// is refused if the account's integration type does not have it.
pub(crate) fn field_rules(
    types: &IntegrationTypes,
    account: &StoredAccount,
    environment: Environment,
) -> Result<FieldRules, RuleError> {
    let rules = offered_type(types, account)?.rules(environment);
    rules.ok_or_else(|| ProblemCode::InvalidParameter.into())
}
