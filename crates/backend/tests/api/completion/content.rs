//! Tests the completion.

use partner_portal_contract::{
    Completion, ContactField, Environment, FieldErrorCode, ProblemCode, RequirementState,
    entity_tag,
};
use reqwest::{
    Method,
    header::{ETAG, IF_NONE_MATCH},
};

use crate::support::{
    fixtures::sandbox_input,
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_READER, EMPTY_TESTER,
        LARGE, LARGE_ADMINISTRATOR, TestApp,
    },
    visitor::{completion, etag, problem},
};

fn state(completion: &Completion, field: ContactField) -> RequirementState {
    completion.requirements.iter().find(|one| one.field == field).unwrap().state
}

#[tokio::test]
async fn an_empty_account_misses_all_fields_available_in_sandbox() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let completion = completion(person.completion(EMPTY, Environment::Sandbox).await).await;
    assert!(!completion.complete);
    assert_eq!(completion.revision, 0);
    assert_eq!(completion.environment, Environment::Sandbox);
    assert_eq!(state(&completion, ContactField::AlertContacts), RequirementState::Deferred);
    for field in &ContactField::ALL[1..] {
        assert_eq!(state(&completion, *field), RequirementState::Missing, "{field:?}");
    }
    assert_eq!(completion.requirements[1].reason, Some(FieldErrorCode::Required));
}

#[tokio::test]
async fn each_environment_has_its_own_completion() {
    let app = TestApp::demo().await;
    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    let sandbox = completion(person.completion(LARGE, Environment::Sandbox).await).await;
    assert!(sandbox.complete);
    assert_eq!(state(&sandbox, ContactField::MerchantIssues), RequirementState::Unavailable);
    let production = completion(person.completion(LARGE, Environment::Production).await).await;
    assert!(!production.complete);
    assert_eq!(state(&production, ContactField::AlertContacts), RequirementState::Missing);
    let person = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    for environment in Environment::ALL {
        assert!(completion(person.completion(COMPLETE, environment).await).await.complete);
    }
}

#[tokio::test]
async fn the_completion_names_the_editors_and_the_users_own_permission() {
    let app = TestApp::demo().await;
    for (user, may) in [(EMPTY_ADMINISTRATOR, true), (EMPTY_READER, false), (EMPTY_TESTER, false)] {
        let person = app.signed_in(user).await;
        let completion = completion(person.completion(EMPTY, Environment::Sandbox).await).await;
        assert_eq!(completion.can_edit, may);
        // Administrators first, each group sorted by name. The invited editor is not listed.
        let names: Vec<_> = completion.editors.iter().map(|editor| editor.name.as_str()).collect();
        assert_eq!(names, ["Giulia Conti", "Maya Lindqvist", "Tomasz Zieliński"]);
    }
    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    let completion = completion(person.completion(LARGE, Environment::Sandbox).await).await;
    assert_eq!(completion.editors.len(), partner_portal_contract::completion::MAX_EDITORS);
    assert_eq!(completion.editors[0].name, "Beatriz Moreira");
}

#[tokio::test]
async fn a_known_completion_is_not_sent_again_until_it_changes() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let known = etag(person.completion(EMPTY, Environment::Sandbox).await.headers());
    assert!(known.starts_with('"'), "a strong tag");
    let read = completion(person.completion(EMPTY, Environment::Sandbox).await).await;
    assert_eq!(known, entity_tag::of_version(&read.version), "the body names the same version");
    let again = || async {
        let path = partner_portal_contract::paths::completion(EMPTY, Environment::Sandbox);
        let request = person.api(Method::GET, &path).header(IF_NONE_MATCH, &known);
        request.send().await.unwrap()
    };
    let same = again().await;
    assert_eq!(same.status(), 304);
    assert_eq!(same.headers()[ETAG], known.as_str());
    assert_eq!(same.headers()["cache-control"], "no-store");
    assert!(!same.headers().contains_key("preference-applied"));
    person.save(EMPTY, Environment::Sandbox, "\"rev-0\"", &sandbox_input()).await;
    assert!(completion(again().await).await.complete);
}

#[tokio::test]
async fn exactly_one_valid_environment_is_required() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    for query in [
        "",
        "?environment=",
        "?environment=staging",
        "?environment=Sandbox",
        "?environment=sandbox&environment=production",
    ] {
        for resource in ["completion", "onboarding-plan"] {
            let path = format!("/accounts/{EMPTY}/{resource}{query}");
            let response = person.api(Method::GET, &path).send().await.unwrap();
            problem(response, ProblemCode::InvalidParameter).await;
        }
        let path = format!("/accounts/{EMPTY}/contact-information{query}");
        let save = person.api(Method::PUT, &path).header("if-match", "\"rev-0\"");
        let response = save.json(&sandbox_input()).send().await.unwrap();
        problem(response, ProblemCode::InvalidParameter).await;
    }
}
