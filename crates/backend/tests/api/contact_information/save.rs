//! Tests saving: conflicts, permissions and persistence.

use partner_portal_contract::{
    ContactInformationInput, Environment, ProblemCode,
    contact_information::ContactInformationDocument, paths,
};
use reqwest::{Method, Response, header::ETAG};

use crate::support::{
    fixtures::{production_input, sandbox_input},
    test_app::{
        EMPTY, EMPTY_ADMINISTRATOR, EMPTY_EDITOR, EMPTY_READER, EMPTY_TESTER, IN_TWO_ACCOUNTS,
        TestApp,
    },
    visitor::{completion, etag, problem},
};

const SANDBOX: Environment = Environment::Sandbox;

async fn document(response: Response, revision: u64) -> ContactInformationDocument {
    assert_eq!(response.status(), 200);
    assert_eq!(etag(response.headers()), format!("\"rev-{revision}\""));
    let document: ContactInformationDocument = response.json().await.unwrap();
    assert_eq!(document.revision, revision);
    document
}

#[tokio::test]
async fn before_the_first_save_the_document_is_blank() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_READER).await;
    let blank = document(person.contact_information(EMPTY).await, 0).await;
    assert_eq!(blank.contact_information, ContactInformationInput::default());
    assert_eq!((blank.updated_by, blank.updated_at), (None, None));
}

#[tokio::test]
async fn a_save_is_returned_stored_and_visible_to_all_members() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let saved = document(person.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await, 1).await;
    assert_eq!(saved.contact_information, sandbox_input());
    assert_eq!(saved.updated_by.as_ref().unwrap().name, "Tomasz Zieliński");
    assert_eq!(saved.updated_at.as_deref(), Some("2026-11-21T12:00:00Z"));
    let other = app.signed_in(EMPTY_READER).await;
    assert_eq!(document(other.contact_information(EMPTY).await, 1).await, saved);
}

#[tokio::test]
async fn values_are_stored_in_their_canonical_form() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let mut input = sandbox_input();
    input.technical_emergency = vec!["  OnCall@XN--EXMPLE-CUA.Example.COM ".to_owned()];
    input.operational_support[0].time_zone = " Europe/Rome ".to_owned();
    let saved = document(person.save(EMPTY, SANDBOX, "\"rev-0\"", &input).await, 1).await;
    let stored = saved.contact_information;
    assert_eq!(stored.technical_emergency, ["OnCall@exämple.example.com"]);
    assert_eq!(stored.operational_support[0].time_zone, "Europe/Rome");
}

#[tokio::test]
async fn a_save_without_if_match_is_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let path = paths::save_contact_information(EMPTY, SANDBOX);
    let response = person.api(Method::PUT, &path).json(&sandbox_input()).send().await.unwrap();
    problem(response, ProblemCode::IfMatchRequired).await;
    assert_eq!(person.stored(EMPTY).await.revision, 0);
}

#[tokio::test]
async fn a_stale_tag_is_refused_with_the_current_one() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    document(person.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await, 1).await;
    let mut second = sandbox_input();
    second.operational_shared = "second@example.com".to_owned();
    for tag in ["\"rev-0\"", "\"rev-2\"", "*", "W/\"rev-1\"", "rev-1", "\"\""] {
        let response = person.save(EMPTY, SANDBOX, tag, &second).await;
        assert_eq!(response.headers()[ETAG], "\"rev-1\"");
        problem(response, ProblemCode::RevisionStale).await;
    }
    assert_eq!(person.stored(EMPTY).await.contact_information, sandbox_input());
    document(person.save(EMPTY, SANDBOX, "\"rev-1\"", &second).await, 2).await;
}

#[tokio::test]
async fn one_of_two_saves_over_the_same_revision_succeeds() {
    let app = TestApp::demo().await;
    let people = [app.signed_in(EMPTY_EDITOR).await, app.signed_in(IN_TWO_ACCOUNTS).await];
    let saves = (0..8).map(|number| {
        let person = people[number % 2].clone();
        let mut input = sandbox_input();
        input.operational_shared = format!("save{number}@example.com");
        tokio::spawn(async move {
            let response = person.save(EMPTY, SANDBOX, "\"rev-0\"", &input).await;
            (response.status().as_u16(), input)
        })
    });
    let mut won = Vec::new();
    for save in saves.collect::<Vec<_>>() {
        match save.await.unwrap() {
            (200, input) => won.push(input),
            (status, _) => assert_eq!(status, 412),
        }
    }
    let stored = people[0].stored(EMPTY).await;
    assert_eq!(won, [stored.contact_information]);
    assert_eq!(stored.revision, 1);
}

#[tokio::test]
async fn readers_and_testers_may_not_save() {
    let app = TestApp::demo().await;
    for user in [EMPTY_READER, EMPTY_TESTER] {
        let person = app.signed_in(user).await;
        let response = person.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
        problem(response, ProblemCode::NotPermitted).await;
        assert_eq!(person.stored(EMPTY).await.revision, 0);
    }
}

#[tokio::test]
async fn alert_contacts_are_set_in_production_and_kept_in_sandbox() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let response =
        person.save(EMPTY, Environment::Production, "\"rev-0\"", &production_input()).await;
    document(response, 1).await;
    let completion = completion(person.completion(EMPTY, Environment::Production).await).await;
    assert!(completion.complete);
    let mut later = production_input();
    later.operational_shared = "later@example.com".to_owned();
    document(person.save(EMPTY, SANDBOX, "\"rev-1\"", &later).await, 2).await;
    let stored = person.stored(EMPTY).await.contact_information;
    assert_eq!(stored.alert_contacts, production_input().alert_contacts);
}

#[tokio::test]
async fn a_restart_keeps_what_was_saved() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let saved = document(person.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await, 1).await;
    let app = app.restart().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    assert_eq!(document(person.contact_information(EMPTY).await, 1).await, saved);
}
