//! What is asked of an account: its environment and its integration type decide.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ContactField;

/// Where the partner's integration runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Environment {
    /// For trying out; alert contacts are deferred.
    #[default]
    Sandbox,
    /// For end customers; alert contacts are required.
    Production,
}

impl Environment {
    /// Every environment, in the order in which a partner meets them.
    pub const ALL: [Self; 2] = [Self::Sandbox, Self::Production];

    /// The name on the wire and in the URL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sandbox => "sandbox",
            Self::Production => "production",
        }
    }

    /// The environment of that name, exactly as [`Self::as_str`] writes it.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|environment| environment.as_str() == name)
    }
}

/// Whether a field must be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldRule {
    /// Must be filled in.
    Required,
    /// May be left empty.
    Optional,
    /// Not part of this integration: must be left empty.
    Unavailable,
    /// A rule that a newer backend knows; treated like [`Self::Optional`].
    #[serde(other)]
    Unknown,
}

/// Everything outside a draft that decides whether the draft is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The environment whose requirements are asked for.
    pub environment: Environment,
    /// The integration type's rule for [`ContactField::MerchantIssues`].
    pub merchant_issues: FieldRule,
    /// The alert contacts that are stored now. Outside Production a draft must repeat them.
    pub stored_alert_contacts: Vec<String>,
    /// Ids in the draft that are no active users of the account. Only the backend can know them;
    /// the client leaves this empty and shows what the backend answers.
    pub unknown_users: BTreeSet<String>,
}

impl Policy {
    /// The policy for an account with nothing stored.
    pub fn new(environment: Environment, merchant_issues: FieldRule) -> Self {
        Self {
            environment,
            merchant_issues,
            stored_alert_contacts: Vec::new(),
            unknown_users: BTreeSet::new(),
        }
    }

    /// Whether the field must, may or must not be filled in.
    pub fn rule(&self, field: ContactField) -> FieldRule {
        match field {
            ContactField::MerchantIssues => self.merchant_issues,
            ContactField::Unknown => FieldRule::Unknown,
            _ => FieldRule::Required,
        }
    }

    /// Whether the field waits for another environment: alert contacts outside Production.
    pub fn defers(&self, field: ContactField) -> bool {
        field == ContactField::AlertContacts && self.environment != Environment::Production
    }
}
