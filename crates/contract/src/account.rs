//! An account and its integration type.

use serde::{Deserialize, Deserializer, Serialize};

use crate::{Environment, FieldRule, users::Role};

/// The response body of `GET /accounts/{account}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// The account's id, as used in paths.
    pub id: String,
    /// The partner's id on the platform.
    pub partner_id: String,
    /// The partner's name.
    pub name: String,
    /// The kind of integration.
    pub integration_type: IntegrationType,
    /// The brand that end customers see. A partner may have several brands.
    pub default_brand: Brand,
    /// The environments that the account can use. Environments that this build does not know are
    /// dropped during deserialization.
    #[serde(deserialize_with = "known_environments")]
    pub environments: Vec<Environment>,
}

fn known_environments<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Environment>, D::Error> {
    let names = Vec::<String>::deserialize(from)?;
    Ok(names.iter().filter_map(|name| Environment::parse(name)).collect())
}

/// A kind of integration. Integration types are configuration of the backend, not code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IntegrationType {
    /// The id, for example `reservations_waitlists`.
    pub id: String,
    /// The display name, as the operator configured it.
    pub name: String,
    /// The rule for the field "merchant issues".
    pub merchant_issues: FieldRule,
    /// The roles that users of such an account can have, the most powerful first.
    #[serde(default)]
    pub roles: Vec<Role>,
}

/// A brand of the partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Brand {
    /// The name that end customers know.
    pub name: String,
    /// The brand's support address.
    pub support_email: String,
}
