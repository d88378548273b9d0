//! Tests the parsing of integration types and the reported mistakes.

use partner_portal_contract::{ContactField, Environment, FieldRule, users::Role};

use super::*;

/// Parses the built-in document with one part changed.
fn changed(from: &str, to: &str) -> Result<IntegrationTypes, IntegrationTypesError> {
    assert!(BUILT_IN.contains(from), "the built-in data has {from}");
    IntegrationTypes::parse("types.toml", &BUILT_IN.replacen(from, to, 1))
}

fn refusal(from: &str, to: &str) -> String {
    changed(from, to).expect_err(to).to_string()
}

/// Returns the position of the first `needle` in the built-in document, in the format of a message.
fn place(needle: &str) -> String {
    let before = &BUILT_IN[..BUILT_IN.find(needle).unwrap()];
    let column = before.len() - before.rfind('\n').map_or(0, |at| at + 1) + 1;
    format!("types.toml:{}:{column}: ", before.matches('\n').count() + 1)
}

#[test]
fn the_built_in_types_have_the_expected_rules_for_merchant_issues() {
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
fn the_built_in_rules_equal_the_contracts_policy() {
    let types = IntegrationTypes::built_in().unwrap();
    for offered in &types.integration_types {
        assert_eq!(offered.environments().collect::<Vec<_>>(), Environment::ALL);
        for environment in Environment::ALL {
            let product =
                partner_portal_contract::Policy::new(environment, offered.merchant_issues());
            assert_eq!(offered.rules(environment), Some(product.rules), "{}", offered.id());
        }
    }
}

#[test]
fn a_custom_file_can_require_less_and_offer_fewer_environments() {
    let text = BUILT_IN
        .replace("operational_shared = \"required\"", "operational_shared = \"optional\"")
        .replacen(
            "environments = [\"sandbox\", \"production\"]",
            "environments = [\"production\"]",
            1,
        )
        .replacen("alert_contacts = \"required\"", "alert_contacts = \"optional\"", 1);
    let types = IntegrationTypes::parse("types.toml", &text).unwrap();
    let [first, second, ..] = types.integration_types.as_slice() else { panic!("several") };
    assert_eq!(first.environments().collect::<Vec<_>>(), [Environment::Production]);
    assert_eq!(first.rules(Environment::Sandbox), None);
    let rules = second.rules(Environment::Sandbox).unwrap();
    assert_eq!(rules.rule(ContactField::OperationalShared), FieldRule::Optional);
    // A deferred field has the rule of production.
    assert_eq!(rules.rule(ContactField::AlertContacts), FieldRule::Optional);
    assert!(rules.defers(ContactField::AlertContacts));
    assert!(!second.rules(Environment::Production).unwrap().defers(ContactField::AlertContacts));
}

#[test]
fn roles_are_sorted_by_their_permissions() {
    let types = changed(
        "[\"administrator\", \"editor\", \"reader\", \"tester\"]",
        "[\"reader\", \"administrator\"]",
    );
    let types = types.unwrap();
    let roles = types.integration_types[0].roles();
    assert_eq!(roles, [Role::Administrator, Role::Reader]);
}

#[test]
fn wrong_data_is_refused_with_its_line_and_column() {
    for (from, to, at, what) in [
        ("\"Meridian\"", "\" \"", "\"Meridian\"", "platform.name: is empty"),
        ("\"Meridian\"", "7", "\"Meridian\"", "platform.name: is no text"),
        (
            "\"unavailable\"\nenv",
            "\"sometimes\"\nenv",
            "\"unavailable\"\nenv",
            "integration_types[2].merchant_issues: is none of required, optional, unavailable",
        ),
        (
            "\"https://support.meridian.example.com/things-to-do/contact\"",
            "\"javascript:alert(1)\"",
            "\"https://support.meridian.example.com/things-to-do/contact\"",
            "integration_types[2].support_url: is no https address",
        ),
        (
            "id = \"things_to_do\"",
            "id = \"Things to do\"",
            "\"things_to_do\"",
            "integration_types[2].id: is not lower case letters, digits and underscores",
        ),
        (
            "\"editor\", \"reader\", \"tester\"",
            "\"editor\", \"owner\"",
            "\"reader\", \"tester\"",
            "integration_types[0].roles[2]: is none of administrator, editor, reader, tester",
        ),
        (
            "\"editor\", \"reader\", \"tester\"",
            "\"editor\", \"editor\"",
            "\"reader\", \"tester\"",
            "integration_types[0].roles[2]: is there twice",
        ),
        (
            "[\"administrator\", \"editor\", \"reader\", \"tester\"]",
            "[\"editor\"]",
            "[\"administrator\", \"editor\", \"reader\", \"tester\"]",
            "integration_types[0].roles: lacks the administrator",
        ),
        (
            "[\"sandbox\", \"production\"]",
            "[]",
            "[\"sandbox\", \"production\"]",
            "integration_types[0].environments: is empty",
        ),
        (
            "technical_emergency = \"required\"",
            "technical_emergency = \"deferred\"",
            "\"required\"\ntechnical_non",
            "environments.sandbox.technical_emergency: only alert_contacts can be deferred",
        ),
        (
            "alert_contacts = \"required\"",
            "alert_contacts = \"unavailable\"",
            "\"deferred\"\n",
            "environments.sandbox.alert_contacts: is deferred to production, which does not ask \
             for it",
        ),
        (
            "technical_emergency = \"required\"",
            "merchant_issues = \"required\"\ntechnical_emergency = \"required\"",
            "technical_emergency = \"required\"",
            "environments.sandbox.merchant_issues: is none of alert_contacts, \
             technical_emergency, technical_non_emergency, operational_platform, \
             operational_shared, operational_support",
        ),
        ("[platform]", "[[platform]]", "[platform]", "platform: is no table"),
    ] {
        assert_eq!(refusal(from, to), format!("{}{what}", place(at)), "{to}");
    }
}

#[test]
fn a_missing_or_repeated_entry_is_reported_at_its_table() {
    let text = refusal("id = \"food_ordering\"", "id = \"appointments\"");
    assert!(text.ends_with(": integration_types[4].id: is there twice"), "{text}");
    let text = refusal("name = \"Things to do\"\n", "");
    assert!(text.ends_with(": integration_types[2].name: is missing"), "{text}");
    let table = BUILT_IN.find("[[integration_types]]\nid = \"things_to_do\"").unwrap();
    let line = BUILT_IN[..table].matches('\n').count() + 1;
    assert!(text.starts_with(&format!("types.toml:{line}:1: ")), "{text}");
    let text = refusal("[environments.production]", "[environments.staging]");
    assert!(text.contains("environments.staging: is none of sandbox, production"), "{text}");
    assert!(text.contains("there is no table environments.production"), "{text}");
}

#[test]
fn all_mistakes_are_reported_at_once_in_the_order_of_the_lines() {
    let text = BUILT_IN
        .replacen("\"Meridian\"", "\"\"", 1)
        .replacen("alert_contacts = \"required\"", "alert_contacts = \"deferred\"", 1)
        .replacen("merchant_issues = \"optional\"", "merchant_issues = 1\ncolour = \"red\"", 1);
    let Err(IntegrationTypesError::Wrong { mistakes, .. }) = IntegrationTypes::parse("x", &text)
    else {
        panic!("refused");
    };
    let told: Vec<_> = mistakes.iter().map(|mistake| mistake.what.as_str()).collect();
    assert_eq!(
        told,
        [
            "platform.name: is empty",
            "environments.sandbox.alert_contacts: is deferred to production, which does not ask \
             for it",
            "environments.production.alert_contacts: nothing can be deferred in production",
            "integration_types[1].merchant_issues: is no text",
            "integration_types[1].colour: is none of id, name, merchant_issues, environments, \
             roles, support_url, help_url",
        ]
    );
    assert!(mistakes.is_sorted_by_key(|mistake| mistake.line));
}

#[test]
fn invalid_toml_is_refused_at_the_position_of_the_syntax_error() {
    let text = IntegrationTypes::parse("types.toml", "[platform]\nname = \n").unwrap_err();
    assert!(text.to_string().starts_with("types.toml:2:"), "{text}");
    let text = IntegrationTypes::parse("types.toml", "").unwrap_err().to_string();
    assert_eq!(text.lines().count(), 3, "{text}");
}
