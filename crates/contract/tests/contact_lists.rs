//! Tests the rules of alert contacts, address lists and the shared address, and the index of each
//! error.

mod support;

use partner_portal_contract::{
    BundledReferenceData, ContactField, ContactInformationInput, Environment, FieldError,
    FieldErrorCode, FieldErrorCode::*, FieldRule, Policy,
};
use support::{complete_input, production};

const ADDRESS_LISTS: [ContactField; 4] = [
    ContactField::TechnicalEmergency,
    ContactField::TechnicalNonEmergency,
    ContactField::MerchantIssues,
    ContactField::OperationalPlatform,
];

fn list(input: &mut ContactInformationInput, field: ContactField) -> &mut Vec<String> {
    match field {
        ContactField::AlertContacts => &mut input.alert_contacts,
        ContactField::TechnicalEmergency => &mut input.technical_emergency,
        ContactField::TechnicalNonEmergency => &mut input.technical_non_emergency,
        ContactField::MerchantIssues => &mut input.merchant_issues,
        ContactField::OperationalPlatform => &mut input.operational_platform,
        _ => panic!("{field:?} is no list of contacts"),
    }
}

fn errors_with(field: ContactField, entries: Vec<String>, policy: &Policy) -> Vec<FieldError> {
    let mut input = complete_input();
    *list(&mut input, field) = entries;
    input.parse(policy, &BundledReferenceData).err().unwrap_or_default()
}

fn too_many(field: ContactField, count: u32) -> FieldError {
    let mut error = FieldError::of_field(field, TooMany);
    error.params.max = Some(20);
    error.params.count = Some(count);
    error
}

fn duplicate(field: ContactField, index: usize, first: u32) -> FieldError {
    let mut error = FieldError::of_entry(field, index, Duplicate);
    error.params.first = Some(first);
    error
}

fn addresses(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("team-{number}@example.com")).collect()
}

fn entry(code: FieldErrorCode, field: ContactField, index: usize) -> FieldError {
    FieldError::of_entry(field, index, code)
}

#[test]
fn the_complete_document_has_no_errors() {
    assert!(complete_input().parse(&production(), &BundledReferenceData).is_ok());
}

#[test]
fn a_list_has_1_to_20_addresses() {
    for field in ADDRESS_LISTS {
        let errors = |count| errors_with(field, addresses(count), &production());
        assert_eq!(errors(0), [FieldError::of_field(field, Required)]);
        assert_eq!(errors(1), []);
        assert_eq!(errors(20), []);
        assert_eq!(errors(21), [too_many(field, 21)]);
    }
}

#[test]
fn an_address_occurs_once_in_a_list_in_any_spelling() {
    for field in ADDRESS_LISTS {
        let entries = ["a@exämple.com", "b@example.com", " a@EXÄMPLE.com ", "a@xn--exmple-cua.com"];
        let errors = errors_with(field, entries.map(String::from).to_vec(), &production());
        assert_eq!(errors, [duplicate(field, 2, 0), duplicate(field, 3, 0)]);
    }
}

#[test]
fn the_same_address_may_be_in_every_field() {
    let mut input = complete_input();
    for field in ADDRESS_LISTS {
        *list(&mut input, field) = vec!["oncall@example.com".into()];
    }
    input.operational_shared = "oncall@example.com".into();
    assert!(input.parse(&production(), &BundledReferenceData).is_ok());
}

#[test]
fn each_invalid_entry_is_reported_with_its_index() {
    for field in ADDRESS_LISTS {
        let entries = ["a@example.com", "", "b@localhost", "c@example.com", "Dee <d@example.com>"];
        assert_eq!(
            errors_with(field, entries.map(String::from).to_vec(), &production()),
            [
                entry(EmailEmpty, field, 1),
                entry(EmailDomainWithoutDot, field, 2),
                entry(EmailNotOneAddress, field, 4),
            ]
        );
    }
}

#[test]
fn a_list_that_is_too_long_still_reports_its_invalid_entries() {
    let field = ContactField::TechnicalEmergency;
    let mut entries = addresses(22);
    entries[20] = "nobody".into();
    entries[21] = "team-3@example.com".into();
    assert_eq!(
        errors_with(field, entries, &production()),
        [too_many(field, 22), entry(EmailAtSign, field, 20), duplicate(field, 21, 3)]
    );
}

#[test]
fn merchant_issues_follow_the_integration_type() {
    let field = ContactField::MerchantIssues;
    let errors = |rule, count| {
        errors_with(field, addresses(count), &Policy::new(Environment::Production, rule))
    };
    assert_eq!(errors(FieldRule::Optional, 0), []);
    assert_eq!(errors(FieldRule::Optional, 20), []);
    assert_eq!(errors(FieldRule::Optional, 21), [too_many(field, 21)]);
    assert_eq!(errors(FieldRule::Unknown, 0), []);
    assert_eq!(errors(FieldRule::Unknown, 1), []);
    assert_eq!(errors(FieldRule::Unavailable, 0), []);
    let unavailable = [FieldError::of_field(field, NotPartOfIntegration)];
    assert_eq!(errors(FieldRule::Unavailable, 1), unavailable);
    assert_eq!(errors(FieldRule::Unavailable, 21), unavailable);
}

#[test]
fn the_shared_address_is_exactly_one() {
    let field = ContactField::OperationalShared;
    for (text, code) in [
        ("", Required),
        (" \t", Required),
        ("support", EmailAtSign),
        ("a@example.com, b@example.com", EmailNotOneAddress),
    ] {
        let input = ContactInformationInput { operational_shared: text.into(), ..complete_input() };
        let errors = input.parse(&production(), &BundledReferenceData);
        assert_eq!(errors, Err(vec![FieldError::of_field(field, code)]), "{text:?}");
    }
}

#[test]
fn alert_contacts_are_1_to_20_different_users_of_the_account() {
    let field = ContactField::AlertContacts;
    let users = |count: usize| (0..count).map(|number| format!("usr_{number}")).collect();
    let errors = |entries| errors_with(field, entries, &production());
    assert_eq!(errors(users(0)), [FieldError::of_field(field, Required)]);
    assert_eq!(errors(users(1)), []);
    assert_eq!(errors(users(20)), []);
    assert_eq!(errors(users(21)), [too_many(field, 21)]);
    let twice = vec!["usr_1".into(), "usr_2".into(), "usr_1".into()];
    assert_eq!(errors(twice), [duplicate(field, 2, 0)]);
}

#[test]
fn an_alert_contact_who_is_not_a_user_of_the_account_is_reported() {
    let field = ContactField::AlertContacts;
    let mut policy = production();
    policy.unknown_users.insert("usr_9".into());
    let longest = "u".repeat(64);
    let typed =
        ["usr_1", "usr_9", "ann@example.com", "", " usr_1", "ус", &"u".repeat(65), &longest];
    let unknown = |index| entry(UnknownUser, field, index);
    assert_eq!(
        errors_with(field, typed.map(String::from).to_vec(), &policy),
        [unknown(1), unknown(2), unknown(3), unknown(4), unknown(5), unknown(6)]
    );
}

#[test]
fn alert_contacts_can_only_change_in_production() {
    let field = ContactField::AlertContacts;
    let mut policy = Policy::new(Environment::Sandbox, FieldRule::Required);
    let refused = [FieldError::of_field(field, OnlyInProduction)];
    let errors = |policy: &Policy, ids: &[&str]| {
        errors_with(field, ids.iter().map(ToString::to_string).collect(), policy)
    };
    assert_eq!(errors(&policy, &[]), [], "nothing stored, nothing sent");
    assert_eq!(errors(&policy, &["usr_1"]), refused, "added");
    policy.stored_alert_contacts = vec!["usr_1".into(), "usr_2".into()];
    assert_eq!(errors(&policy, &["usr_1", "usr_2"]), [], "repeated");
    assert_eq!(errors(&policy, &[]), refused, "removed");
    assert_eq!(errors(&policy, &["usr_1"]), refused, "one removed");
    assert_eq!(errors(&policy, &["usr_2", "usr_1"]), refused, "in another order");
    policy.unknown_users.insert("usr_2".into());
    assert_eq!(errors(&policy, &["usr_1", "usr_2"]), [], "checked again only in Production");
}

#[test]
fn an_empty_input_reports_every_required_field_at_once_in_display_order() {
    let errors = ContactInformationInput::default().parse(&production(), &BundledReferenceData);
    let all = ContactField::ALL.map(|field| FieldError::of_field(field, Required));
    assert_eq!(errors, Err(all.to_vec()));
}
