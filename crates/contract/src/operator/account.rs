//! An account as the operator sees it.

use serde::{Deserialize, Serialize};

use crate::{Environment, Requirement, language::Language};

/// An account with its completion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OperatorAccount {
    /// The platform's own id of the partner.
    pub partner_id: String,
    /// The partner's name.
    pub name: String,
    /// The id of the integration type.
    pub integration_type: String,
    /// The brands, the default one first.
    pub brands: Vec<OperatorBrand>,
    /// The language of users for whom no other one is given.
    pub language: Language,
    /// The time of the last change of the account, its users or its contact information, in RFC
    /// 3339 with `Z`.
    pub changed_at: String,
    /// The completion in each environment of the account.
    pub completion: Vec<EnvironmentCompletion>,
}

/// A brand of the partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OperatorBrand {
    /// The platform's own id of the brand.
    pub id: String,
    /// The name that end customers know.
    pub name: String,
    /// The brand's support address.
    pub support_email: String,
    /// True for the brand that end customers see by default.
    #[serde(default)]
    pub is_default: bool,
}

/// The completion of an account in one environment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EnvironmentCompletion {
    /// The environment.
    pub environment: Environment,
    /// True if the account may use the platform in this environment.
    pub complete: bool,
    /// The requirements that keep the account locked.
    pub unmet: Vec<Requirement>,
}

/// A page of `GET /operator/accounts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OperatorAccountsPage {
    /// The accounts, sorted by partner id. There can be fewer than asked for, even none, on a page
    /// that is not the last one, because a page looks at a limited number of accounts.
    pub accounts: Vec<OperatorAccount>,
    /// The token for the next page; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_page_token: Option<String>,
}

/// The response body of `DELETE /operator/accounts/{partner_id}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountDeletion {
    /// False with `dry_run=true`, which deletes nothing.
    pub deleted: bool,
    /// The number of members.
    pub members: u64,
    /// The number of open invitations.
    pub invitations: u64,
    /// The number of saves of the contact information.
    pub revisions: u64,
    /// The number of drafts.
    pub drafts: u64,
}
