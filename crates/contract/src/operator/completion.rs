//! The completion of accounts, for the operator's own services.

use serde::{Deserialize, Serialize};

use crate::{Environment, Requirement};

/// The maximum number of accounts in one request.
pub const MAX_BULK_ACCOUNTS: usize = 1000;

/// The response body of `GET /operator/accounts/{partner_id}/completion`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OperatorCompletion {
    /// The platform's own id of the partner.
    pub partner_id: String,
    /// The environment whose rules were applied.
    pub environment: Environment,
    /// True if the account may use the platform in this environment.
    pub complete: bool,
    /// The revision of the contact information that was checked.
    pub revision: u64,
    /// One entry per field.
    pub requirements: Vec<Requirement>,
}

/// The request body of `POST /operator/completion`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BulkCompletionInput {
    /// The environment whose rules apply.
    pub environment: Environment,
    /// The partner ids, at most [`MAX_BULK_ACCOUNTS`].
    pub partner_ids: Vec<String>,
}

/// The response body of `POST /operator/completion`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkCompletions {
    /// One entry per partner id of the request, in its order.
    pub completions: Vec<BulkCompletion>,
}

/// The completion of one account of a bulk request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkCompletion {
    /// The partner id as sent.
    pub partner_id: String,
    /// The state of the account.
    pub state: AccountState,
    /// The requirements that keep the account locked.
    pub unmet: Vec<Requirement>,
}

/// The state of an account in an environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// The account may use the platform.
    Complete,
    /// Requirements are not met.
    Locked,
    /// There is no account with this partner id.
    NotFound,
    /// The account's integration type does not have the environment.
    EnvironmentNotOffered,
}
