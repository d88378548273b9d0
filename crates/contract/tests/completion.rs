//! Tests the completion: the state of each requirement, and which ones count and block.

mod support;

use partner_portal_contract::{
    BundledReferenceData, ContactField, ContactInformationInput, Environment, FieldErrorCode,
    FieldRule, FieldRules, Policy, Requirement, RequirementState, completion,
};
use support::{complete_input, production};

fn requirements(input: &ContactInformationInput, policy: &Policy) -> Vec<Requirement> {
    completion::requirements(input, policy, &BundledReferenceData)
}

fn of(field: ContactField, input: &ContactInformationInput, policy: &Policy) -> Requirement {
    let all = requirements(input, policy);
    all.into_iter().find(|requirement| requirement.field == field).expect("one entry per field")
}

fn sandbox() -> Policy {
    Policy::new(Environment::Sandbox, FieldRule::Required)
}

#[test]
fn every_field_has_one_requirement_in_display_order() {
    for policy in [sandbox(), production()] {
        let fields = requirements(&complete_input(), &policy).into_iter().map(|entry| entry.field);
        assert_eq!(fields.collect::<Vec<_>>(), ContactField::ALL);
    }
}

#[test]
fn a_complete_document_is_satisfied_everywhere_without_a_reason() {
    for requirement in requirements(&complete_input(), &production()) {
        assert_eq!(requirement.rule, FieldRule::Required);
        assert_eq!(requirement.state, RequirementState::Satisfied);
        assert_eq!(requirement.reason, None);
        assert!(!requirement.blocks());
    }
}

#[test]
fn an_empty_required_field_is_missing_and_blocks() {
    for requirement in requirements(&ContactInformationInput::default(), &production()) {
        assert_eq!(requirement.state, RequirementState::Missing);
        assert_eq!(requirement.reason, Some(FieldErrorCode::Required));
        assert!(requirement.blocks());
    }
}

#[test]
fn an_invalid_entry_makes_its_field_invalid_with_the_first_reason() {
    let field = ContactField::TechnicalEmergency;
    let mut input = complete_input();
    input.technical_emergency = vec!["a@example.com".into(), "b@localhost".into(), "c".into()];
    let requirement = of(field, &input, &production());
    assert_eq!(requirement.state, RequirementState::Invalid);
    assert_eq!(requirement.reason, Some(FieldErrorCode::EmailDomainWithoutDot));
    assert!(requirement.blocks());
    let others =
        requirements(&input, &production()).into_iter().filter(|entry| entry.field != field);
    assert!(others.into_iter().all(|entry| entry.state == RequirementState::Satisfied));
}

#[test]
fn alert_contacts_are_deferred_in_sandbox_and_neither_count_nor_block() {
    let stored = complete_input();
    let mut policy = sandbox();
    policy.stored_alert_contacts.clone_from(&stored.alert_contacts);
    let cases = [(ContactInformationInput::default(), sandbox()), (stored, policy)];
    for (document, policy) in cases {
        let requirement = of(ContactField::AlertContacts, &document, &policy);
        assert_eq!(requirement.state, RequirementState::Deferred);
        assert_eq!(requirement.reason, Some(FieldErrorCode::OnlyInProduction));
        assert!(!requirement.counts());
        assert!(!requirement.blocks());
    }
}

#[test]
fn a_field_outside_the_integration_is_unavailable_and_neither_counts_nor_blocks() {
    let mut input = complete_input();
    input.merchant_issues.clear();
    let policy = Policy::new(Environment::Production, FieldRule::Unavailable);
    let requirement = of(ContactField::MerchantIssues, &input, &policy);
    assert_eq!(requirement.state, RequirementState::Unavailable);
    assert_eq!(requirement.reason, Some(FieldErrorCode::NotPartOfIntegration));
    assert!(!requirement.counts());
    assert!(!requirement.blocks());
}

#[test]
fn an_optional_field_is_satisfied_when_empty_and_invalid_with_an_invalid_entry() {
    let policy = Policy::new(Environment::Production, FieldRule::Optional);
    let mut input = complete_input();
    input.merchant_issues.clear();
    let empty = of(ContactField::MerchantIssues, &input, &policy);
    assert_eq!((empty.state, empty.counts()), (RequirementState::Satisfied, false));
    input.merchant_issues = vec!["nobody".into()];
    let wrong = of(ContactField::MerchantIssues, &input, &policy);
    assert_eq!((wrong.state, wrong.blocks()), (RequirementState::Invalid, true));
}

#[test]
fn progress_counts_what_is_required_and_possible_in_the_environment() {
    let progress = |input: &ContactInformationInput, policy: &Policy| {
        completion::progress(&requirements(input, policy))
    };
    let empty = ContactInformationInput::default();
    assert_eq!(progress(&empty, &production()), (0, 7));
    assert_eq!(progress(&empty, &sandbox()), (0, 6));
    assert_eq!(progress(&complete_input(), &production()), (7, 7));
    let mut four = ContactInformationInput { alert_contacts: Vec::new(), ..complete_input() };
    four.operational_shared = "nobody".into();
    four.operational_support.clear();
    assert_eq!(progress(&four, &sandbox()), (4, 6));
    let optional = Policy::new(Environment::Sandbox, FieldRule::Optional);
    assert_eq!(progress(&empty, &optional), (0, 5));
    // A blocking requirement always counts, so no account is locked at "5 of 5 complete".
    let unavailable = Policy::new(Environment::Production, FieldRule::Unavailable);
    assert_eq!(progress(&complete_input(), &unavailable), (6, 7));
}

#[test]
fn an_account_that_is_complete_in_sandbox_can_lack_alert_contacts_in_production() {
    let document = ContactInformationInput { alert_contacts: Vec::new(), ..complete_input() };
    assert!(requirements(&document, &sandbox()).iter().all(|entry| !entry.blocks()));
    let blocking: Vec<_> = requirements(&document, &production())
        .into_iter()
        .filter(Requirement::blocks)
        .map(|entry| entry.field)
        .collect();
    assert_eq!(blocking, [ContactField::AlertContacts]);
}

#[test]
fn every_field_can_be_required_optional_or_unavailable() {
    for field in ContactField::ALL {
        let requirement = |rule, input: &ContactInformationInput| {
            let rules = FieldRules::all(FieldRule::Optional).with(field, rule);
            of(field, input, &Policy::of(rules))
        };
        let (empty, full) = (ContactInformationInput::default(), complete_input());
        for (rule, state_of_empty, state_of_full) in [
            (FieldRule::Required, RequirementState::Missing, RequirementState::Satisfied),
            (FieldRule::Optional, RequirementState::Satisfied, RequirementState::Satisfied),
            (FieldRule::Unavailable, RequirementState::Unavailable, RequirementState::Invalid),
        ] {
            let name = field.as_str();
            assert_eq!(requirement(rule, &empty).state, state_of_empty, "{name} {rule:?}");
            assert_eq!(requirement(rule, &full).state, state_of_full, "{name} {rule:?}");
            assert_eq!(requirement(rule, &full).rule, rule, "{name}");
        }
        let unavailable = requirement(FieldRule::Unavailable, &full);
        assert_eq!(unavailable.reason, Some(FieldErrorCode::NotPartOfIntegration));
    }
}

#[test]
fn an_optional_shared_address_may_be_empty_and_stays_empty() {
    let mut input = complete_input();
    input.operational_shared = " ".into();
    let rules = FieldRules::all(FieldRule::Required)
        .with(ContactField::OperationalShared, FieldRule::Optional);
    let parsed = input.parse(&Policy::of(rules), &BundledReferenceData).unwrap();
    assert_eq!(
        parsed.to_input(),
        ContactInformationInput { operational_shared: String::new(), ..complete_input() }
    );
}

#[test]
fn a_field_of_a_newer_backend_does_not_affect_the_rules() {
    let rules = FieldRules::all(FieldRule::Required);
    assert_eq!(rules.with(ContactField::Unknown, FieldRule::Optional), rules);
    assert_eq!(rules.rule(ContactField::Unknown), FieldRule::Unknown);
    assert!(!rules.deferring_alert_contacts(true).defers(ContactField::Unknown));
}
