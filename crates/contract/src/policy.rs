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

/// What an environment asks of an account, field by field. Data of the backend, not code: the
/// client takes it from the requirements that the backend names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldRules {
    rules: [FieldRule; ContactField::ALL.len()],
    defers_alert_contacts: bool,
}

impl FieldRules {
    /// The same rule for every field, and nothing deferred.
    pub const fn all(rule: FieldRule) -> Self {
        Self { rules: [rule; ContactField::ALL.len()], defers_alert_contacts: false }
    }

    /// The same rules, but for one field.
    #[must_use]
    pub fn with(mut self, field: ContactField, rule: FieldRule) -> Self {
        if let Some(place) = self.rules.get_mut(field as usize) {
            *place = rule;
        }
        self
    }

    /// The same rules; with `defers`, alert contacts wait for Production, which has their rule.
    #[must_use]
    pub const fn deferring_alert_contacts(self, defers: bool) -> Self {
        Self { defers_alert_contacts: defers, ..self }
    }

    /// Whether the field must, may or must not be filled in.
    pub fn rule(&self, field: ContactField) -> FieldRule {
        self.rules.get(field as usize).copied().unwrap_or(FieldRule::Unknown)
    }

    /// Whether the field waits for another environment.
    pub fn defers(&self, field: ContactField) -> bool {
        self.defers_alert_contacts && field == ContactField::AlertContacts
    }
}

/// Everything outside a draft that decides whether the draft is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// What is asked of each field.
    pub rules: FieldRules,
    /// The alert contacts that are stored now. Where they are deferred a draft must repeat them.
    pub stored_alert_contacts: Vec<String>,
    /// Ids in the draft that are no active users of the account. Only the backend can know them;
    /// the client leaves this empty and shows what the backend answers.
    pub unknown_users: BTreeSet<String>,
}

impl Policy {
    /// The product's own rules for an account with nothing stored: everything is required, but
    /// for the integration type's rule, and alert contacts wait for Production.
    pub fn new(environment: Environment, merchant_issues: FieldRule) -> Self {
        let rules = FieldRules::all(FieldRule::Required)
            .with(ContactField::MerchantIssues, merchant_issues)
            .deferring_alert_contacts(environment != Environment::Production);
        Self::of(rules)
    }

    /// These rules, for an account with nothing stored.
    pub const fn of(rules: FieldRules) -> Self {
        Self { rules, stored_alert_contacts: Vec::new(), unknown_users: BTreeSet::new() }
    }

    /// [`FieldRules::rule`].
    pub fn rule(&self, field: ContactField) -> FieldRule {
        self.rules.rule(field)
    }

    /// [`FieldRules::defers`].
    pub fn defers(&self, field: ContactField) -> bool {
        self.rules.defers(field)
    }
}
