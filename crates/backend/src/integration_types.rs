//! The platform's name and its integration types: data that is read and checked at start, so that
//! the rest of the crate can trust it.

use std::collections::BTreeSet;

use partner_portal_contract::{
    FieldRule, account::IntegrationType, session::Platform, users::Role,
};
use serde::Deserialize;

const BUILT_IN: &str = include_str!("../integration-types.toml");

/// Everything that the operator offers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntegrationTypes {
    platform: Platform,
    integration_types: Vec<OfferedType>,
}

/// One integration type with what only the backend needs to know about it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferedType {
    id: String,
    name: String,
    merchant_issues: FieldRule,
    roles: Vec<Role>,
    support_url: String,
    help_url: String,
}

/// What is wrong with the data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum IntegrationTypesError {
    #[error("not the expected TOML: {0}")]
    Malformed(String),
    #[error("no integration type is named")]
    Empty,
    #[error("`{0}` is there twice")]
    Repeated(String),
    #[error("`{of}`: {what}")]
    Invalid { of: String, what: &'static str },
}

impl IntegrationTypes {
    /// The integration types that the program carries.
    pub fn built_in() -> Result<Self, IntegrationTypesError> {
        Self::parse(BUILT_IN)
    }

    /// Reads and checks a TOML document.
    pub fn parse(text: &str) -> Result<Self, IntegrationTypesError> {
        let parsed: Self = toml::from_str(text)
            .map_err(|error| IntegrationTypesError::Malformed(error.message().to_owned()))?;
        parsed.check_platform()?;
        if parsed.integration_types.is_empty() {
            return Err(IntegrationTypesError::Empty);
        }
        let mut seen = BTreeSet::new();
        for offered in &parsed.integration_types {
            offered.check()?;
            if !seen.insert(&offered.id) {
                return Err(IntegrationTypesError::Repeated(offered.id.clone()));
            }
        }
        Ok(parsed)
    }

    /// How the operator calls itself.
    pub fn platform(&self) -> &Platform {
        &self.platform
    }

    /// The integration type of that id.
    pub fn get(&self, id: &str) -> Option<&OfferedType> {
        self.integration_types.iter().find(|offered| offered.id == id)
    }

    fn check_platform(&self) -> Result<(), IntegrationTypesError> {
        let Platform { name, support_url, help_url } = &self.platform;
        check("platform", "`name` is empty", !name.trim().is_empty())?;
        check("platform", "`support_url` is no https address", is_https(support_url))?;
        check("platform", "`help_url` is no https address", is_https(help_url))
    }
}

impl OfferedType {
    /// What a client may know.
    pub fn to_contract(&self) -> IntegrationType {
        IntegrationType {
            id: self.id.clone(),
            name: self.name.clone(),
            merchant_issues: self.merchant_issues,
            roles: self.roles.clone(),
        }
    }

    /// Whether merchant issues must, may or must not be filled in.
    pub fn merchant_issues(&self) -> FieldRule {
        self.merchant_issues
    }

    /// Where partners of this kind reach support.
    pub fn support_url(&self) -> &str {
        &self.support_url
    }

    /// Where the guide for partners of this kind is.
    pub fn help_url(&self) -> &str {
        &self.help_url
    }

    /// The roles that people of such an account can have.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    fn check(&self) -> Result<(), IntegrationTypesError> {
        let is_id = !self.id.is_empty()
            && self.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        check(&self.id, "`id` is not lower case letters, digits and underscores", is_id)?;
        check(&self.id, "`name` is empty", !self.name.trim().is_empty())?;
        let known = self.merchant_issues != FieldRule::Unknown;
        check(&self.id, "`merchant_issues` is not required, optional or unavailable", known)?;
        let known = !self.roles.contains(&Role::Unknown);
        check(&self.id, "`roles` has one that does not exist", known)?;
        let managed = self.roles.contains(&Role::Administrator);
        check(&self.id, "`roles` lacks the administrator", managed)?;
        check(&self.id, "`support_url` is no https address", is_https(&self.support_url))?;
        check(&self.id, "`help_url` is no https address", is_https(&self.help_url))
    }
}

fn check(of: &str, what: &'static str, right: bool) -> Result<(), IntegrationTypesError> {
    if right { Ok(()) } else { Err(IntegrationTypesError::Invalid { of: of.to_owned(), what }) }
}

fn is_https(url: &str) -> bool {
    url.strip_prefix("https://").is_some_and(|rest| {
        !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(from: &str, to: &str) -> Result<IntegrationTypes, IntegrationTypesError> {
        assert!(BUILT_IN.contains(from), "the built-in data has {from}");
        IntegrationTypes::parse(&BUILT_IN.replace(from, to))
    }

    #[test]
    fn the_built_in_types_are_right() {
        let types = IntegrationTypes::built_in().unwrap();
        assert_eq!(types.platform().name, "Meridian");
        let rule = |id| types.get(id).unwrap().merchant_issues();
        assert_eq!(rule("reservations_end_to_end"), FieldRule::Required);
        assert_eq!(rule("reservations_waitlists"), FieldRule::Optional);
        assert_eq!(rule("things_to_do"), FieldRule::Unavailable);
        assert_eq!(rule("appointments"), FieldRule::Optional);
        assert_eq!(rule("food_ordering"), FieldRule::Required);
    }

    #[test]
    fn wrong_data_is_refused_by_name() {
        for (from, to, of) in [
            ("\"Meridian\"", "\" \"", "platform"),
            ("\"unavailable\"", "\"sometimes\"", "things_to_do"),
            ("\"Things to do\"", "\"\"", "things_to_do"),
            (
                "\"https://support.meridian.example.com/things-to-do/contact\"",
                "\"javascript:alert(1)\"",
                "things_to_do",
            ),
        ] {
            match changed(from, to) {
                Err(IntegrationTypesError::Invalid { of: found, .. }) => assert_eq!(found, of),
                other => panic!("{to} is refused, not {other:?}"),
            }
        }
        assert!(matches!(
            changed("\"food_ordering\"", "\"appointments\""),
            Err(IntegrationTypesError::Repeated(_))
        ));
        assert!(matches!(
            changed("help_url", "unknown_key"),
            Err(IntegrationTypesError::Malformed(_))
        ));
    }
}
