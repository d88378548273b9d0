//! The account itself.

use serde::{Deserialize, Deserializer, Serialize};

use crate::{Environment, FieldRule, users::Role};

/// The answer of `GET /accounts/{account}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// The account's id, as in paths.
    pub id: String,
    /// The id under which the platform knows the partner.
    pub partner_id: String,
    /// The partner's name.
    pub name: String,
    /// What the account integrates.
    pub integration_type: IntegrationType,
    /// The brand that end customers see unless a partner has several.
    pub default_brand: Brand,
    /// The environments that the account can use; those that this build does not know are left
    /// out when the answer is read.
    #[serde(deserialize_with = "known_environments")]
    pub environments: Vec<Environment>,
}

fn known_environments<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Environment>, D::Error> {
    let names = Vec::<String>::deserialize(from)?;
    Ok(names.iter().filter_map(|name| Environment::parse(name)).collect())
}

/// A kind of integration; data of the backend, not code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IntegrationType {
    /// Such as `reservations_waitlists`.
    pub id: String,
    /// The name for people, as the operator writes it.
    pub name: String,
    /// Whether merchant issues must, may or must not be filled in.
    pub merchant_issues: FieldRule,
    /// The roles that people of such an account can have, the most powerful first.
    #[serde(default)]
    pub roles: Vec<Role>,
}

/// A brand of the partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Brand {
    /// The name that end customers know.
    pub name: String,
    /// The brand's support alias.
    pub support_email: String,
}
