//! Tests that the server applies the rules of the contract to a save, and that a refused save
//! stores nothing. The rules themselves are tested in the contract.

use partner_portal_contract::{
    ContactField, ContactInformationInput, Environment, FieldError, FieldErrorCode,
    FieldErrorParams, input::MAX_CONTACTS,
};

use crate::support::{
    fixtures::{production_input, sandbox_input},
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_INVITED,
        FIRST_REVISION, FIRST_TAG, LARGE, LARGE_ADMINISTRATOR, TestApp,
    },
    visitor::{Visitor, field_errors},
};

const SANDBOX: Environment = Environment::Sandbox;
const PRODUCTION: Environment = Environment::Production;

async fn refused(
    person: &Visitor,
    environment: Environment,
    input: &ContactInformationInput,
) -> Vec<FieldError> {
    let errors = field_errors(person.save(EMPTY, environment, "\"rev-0\"", input).await).await;
    let stored = person.stored(EMPTY).await;
    assert_eq!(stored.revision, 0);
    assert_eq!(stored.contact_information, ContactInformationInput::default());
    errors
}

#[tokio::test]
async fn all_errors_are_reported_at_once() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let input = ContactInformationInput {
        technical_emergency: vec!["oncall@example.com".to_owned(), "no-address".to_owned()],
        ..ContactInformationInput::default()
    };
    let mut expected = vec![FieldError::of_entry(
        ContactField::TechnicalEmergency,
        1,
        FieldErrorCode::EmailAtSign,
    )];
    let missing = ContactField::ALL[2..].iter();
    expected.extend(missing.map(|field| FieldError::of_field(*field, FieldErrorCode::Required)));
    assert_eq!(refused(&person, SANDBOX, &input).await, expected);
}

#[tokio::test]
async fn twenty_one_addresses_are_too_many() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let mut input = sandbox_input();
    input.operational_platform = (0..=MAX_CONTACTS).map(|n| format!("a{n}@example.com")).collect();
    let error = FieldError {
        params: FieldErrorParams { max: Some(20), count: Some(21), ..FieldErrorParams::default() },
        ..FieldError::of_field(ContactField::OperationalPlatform, FieldErrorCode::TooMany)
    };
    assert_eq!(refused(&person, SANDBOX, &input).await, [error]);
}

#[tokio::test]
async fn invisible_and_direction_changing_characters_are_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let forbidden = FieldErrorCode::EmailForbiddenCharacter;
    let bad = [
        ("a\u{0}b", forbidden),
        ("a\u{7}b", forbidden),
        // A line break is two lines pasted into one entry, or an attempt to inject a header.
        ("a\r\nb", FieldErrorCode::EmailNotOneAddress),
        ("a\u{202e}b", forbidden),
        ("a\u{2066}b", forbidden),
        ("a\u{200b}b", forbidden),
    ];
    let mut input = sandbox_input();
    input.merchant_issues = bad.iter().map(|(local, _)| format!("{local}@example.com")).collect();
    let expected: Vec<_> = (0..)
        .zip(bad)
        .map(|(index, (_, code))| FieldError::of_entry(ContactField::MerchantIssues, index, code))
        .collect();
    assert_eq!(refused(&person, SANDBOX, &input).await, expected);
}

#[tokio::test]
async fn an_unknown_time_zone_is_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    for name in ["Europe/Atlantis", "UTC+2", "../etc/passwd", "Europe/Rome\u{0}"] {
        let mut input = sandbox_input();
        input.operational_support[0].time_zone = name.to_owned();
        let field = ContactField::OperationalSupport;
        let error = FieldError::of_entry(field, 0, FieldErrorCode::TimeZoneUnknown);
        assert_eq!(refused(&person, SANDBOX, &input).await, [error], "{name}");
    }
}

#[tokio::test]
async fn alert_contacts_must_be_active_people_of_the_account() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let mut input = production_input();
    for id in [COMPLETE_ADMINISTRATOR, EMPTY_INVITED, "usr_missing", "", "' OR 1=1"] {
        input.alert_contacts = vec![EMPTY_ADMINISTRATOR.to_owned(), id.to_owned()];
        let field = ContactField::AlertContacts;
        let error = FieldError::of_entry(field, 1, FieldErrorCode::UnknownUser);
        assert_eq!(refused(&person, PRODUCTION, &input).await, [error], "{id}");
    }
}

#[tokio::test]
async fn alert_contacts_cannot_change_outside_production() {
    let app = TestApp::demo().await;
    let error = FieldError::of_field(ContactField::AlertContacts, FieldErrorCode::OnlyInProduction);
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    assert_eq!(refused(&person, SANDBOX, &production_input()).await, std::slice::from_ref(&error));
    // They cannot be removed either.
    let person = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let mut input = person.stored(COMPLETE).await.contact_information;
    input.alert_contacts.clear();
    let response = person.save(COMPLETE, SANDBOX, FIRST_TAG, &input).await;
    assert_eq!(field_errors(response).await, [error]);
    assert_eq!(person.stored(COMPLETE).await.revision, FIRST_REVISION);
}

#[tokio::test]
async fn a_save_that_would_break_completeness_is_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let mut input = person.stored(COMPLETE).await.contact_information;
    input.technical_emergency.clear();
    input.alert_contacts.clear();
    let errors = field_errors(person.save(COMPLETE, PRODUCTION, FIRST_TAG, &input).await).await;
    let required = |field| FieldError::of_field(field, FieldErrorCode::Required);
    assert_eq!(
        errors,
        [required(ContactField::AlertContacts), required(ContactField::TechnicalEmergency)]
    );
    assert_eq!(person.stored(COMPLETE).await.revision, FIRST_REVISION);
}

#[tokio::test]
async fn the_integration_type_determines_the_rule_for_merchant_issues() {
    let app = TestApp::demo().await;
    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    let mut input = person.stored(LARGE).await.contact_information;
    input.merchant_issues = vec!["merchants@example.com".to_owned()];
    let errors = field_errors(person.save(LARGE, SANDBOX, FIRST_TAG, &input).await).await;
    let code = FieldErrorCode::NotPartOfIntegration;
    assert_eq!(errors, [FieldError::of_field(ContactField::MerchantIssues, code)]);
    let person = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let mut input = person.stored(COMPLETE).await.contact_information;
    input.merchant_issues.clear();
    let response = person.save(COMPLETE, SANDBOX, FIRST_TAG, &input).await;
    assert_eq!(response.status(), 200, "they are optional there");
}
