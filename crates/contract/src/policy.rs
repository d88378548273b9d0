//! The requirements for an account's contact information. They depend on its environment and
//! integration type.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ContactField;

/// The environment of the partner's integration.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Environment {
    /// The test environment; alert contacts are deferred.
    #[default]
    Sandbox,
    /// The live environment; alert contacts are required.
    Production,
}

impl Environment {
    /// Every environment, in the order in which a partner uses them.
    pub const ALL: [Self; 2] = [Self::Sandbox, Self::Production];

    /// Returns the name used on the wire and in the URL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sandbox => "sandbox",
            Self::Production => "production",
        }
    }

    /// Returns the environment whose [`Self::as_str`] is exactly `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|environment| environment.as_str() == name)
    }
}

/// The rule that says whether a field must be filled in.
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
    /// A rule that only a newer backend knows; treated like [`Self::Optional`].
    #[serde(other)]
    Unknown,
}

/// An environment's rules for each field. They are configuration of the backend, not code: the
/// client derives them from the requirements in the backend's response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldRules {
    rules: [FieldRule; ContactField::ALL.len()],
    defers_alert_contacts: bool,
}

impl FieldRules {
    /// Returns rules with the same rule for every field and nothing deferred.
    pub const fn all(rule: FieldRule) -> Self {
        Self { rules: [rule; ContactField::ALL.len()], defers_alert_contacts: false }
    }

    /// Returns the same rules with a different rule for one field.
    #[must_use]
    pub fn with(mut self, field: ContactField, rule: FieldRule) -> Self {
        if let Some(place) = self.rules.get_mut(field as usize) {
            *place = rule;
        }
        self
    }

    /// Returns the same rules. With `defers`, alert contacts are deferred to Production, where
    /// their rule applies.
    #[must_use]
    pub const fn deferring_alert_contacts(self, defers: bool) -> Self {
        Self { defers_alert_contacts: defers, ..self }
    }

    /// Returns the rule of a field.
    pub fn rule(&self, field: ContactField) -> FieldRule {
        self.rules.get(field as usize).copied().unwrap_or(FieldRule::Unknown)
    }

    /// Returns true if the field is deferred to another environment.
    pub fn defers(&self, field: ContactField) -> bool {
        self.defers_alert_contacts && field == ContactField::AlertContacts
    }
}

/// Everything outside the input that decides whether the input is valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The rules of the fields.
    pub rules: FieldRules,
    /// The currently stored alert contacts. If alert contacts are deferred, the input must repeat
    /// them.
    pub stored_alert_contacts: Vec<String>,
    /// The ids in the input that are not active users of the account. Only the backend can know
    /// them. The client leaves this empty and shows the backend's errors.
    pub unknown_users: BTreeSet<String>,
}

impl Policy {
    /// Returns the product's own rules for an account with nothing stored: every field is required,
    /// except that the integration type decides on merchant issues, and alert contacts are deferred
    /// to Production.
    pub fn new(environment: Environment, merchant_issues: FieldRule) -> Self {
        let rules = FieldRules::all(FieldRule::Required)
            .with(ContactField::MerchantIssues, merchant_issues)
            .deferring_alert_contacts(environment != Environment::Production);
        Self::of(rules)
    }

    /// Returns a policy with these rules for an account with nothing stored.
    pub const fn of(rules: FieldRules) -> Self {
        Self { rules, stored_alert_contacts: Vec::new(), unknown_users: BTreeSet::new() }
    }

    /// Returns [`FieldRules::rule`].
    pub fn rule(&self, field: ContactField) -> FieldRule {
        self.rules.rule(field)
    }

    /// Returns [`FieldRules::defers`].
    pub fn defers(&self, field: ContactField) -> bool {
        self.rules.defers(field)
    }
}
