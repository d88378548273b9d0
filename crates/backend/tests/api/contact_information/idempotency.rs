//! Tests that retrying a save whose response was lost does not save twice.

use chrono::TimeDelta;
use partner_portal_contract::{
    ContactInformationInput, Environment, ProblemCode,
    contact_information::ContactInformationDocument, paths::IDEMPOTENCY_KEY_HEADER,
};
use reqwest::Response;

use crate::support::{
    fixtures::sandbox_input,
    test_app::{COMPLETE, EMPTY, EMPTY_EDITOR, FIRST_TAG, IN_TWO_ACCOUNTS, TestApp},
    visitor::{Visitor, etag, field_errors, problem},
};

const SANDBOX: Environment = Environment::Sandbox;

async fn save(person: &Visitor, key: &str, tag: &str, input: &ContactInformationInput) -> Response {
    let save = person.save_request(EMPTY, SANDBOX, tag).header(IDEMPOTENCY_KEY_HEADER, key);
    save.json(input).send().await.unwrap()
}

fn another_input() -> ContactInformationInput {
    ContactInformationInput {
        operational_shared: "another@example.com".to_owned(),
        ..sandbox_input()
    }
}

#[tokio::test]
async fn the_same_key_and_body_get_the_same_response_and_are_saved_once() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let first = save(&person, "key-1", "\"rev-0\"", &sandbox_input()).await;
    let first_tag = etag(first.headers());
    let first: ContactInformationDocument = first.json().await.unwrap();
    app.clock.advance(TimeDelta::hours(23));
    // Another save happened in between. The retry still gets the response to its own save.
    let other = app.signed_in(IN_TWO_ACCOUNTS).await;
    other.save(EMPTY, SANDBOX, "\"rev-1\"", &another_input()).await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let retry = save(&person, "key-1", "\"rev-0\"", &sandbox_input()).await;
    assert_eq!(retry.status(), 200);
    assert_eq!(etag(retry.headers()), first_tag);
    assert_eq!(retry.json::<ContactInformationDocument>().await.unwrap(), first);
    let stored = person.stored(EMPTY).await;
    assert_eq!(stored.revision, 2);
    assert_eq!(stored.contact_information, another_input());
}

#[tokio::test]
async fn concurrent_retries_save_once() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let retries: Vec<_> = (0..6)
        .map(|_| {
            let person = person.clone();
            tokio::spawn(async move {
                save(&person, "key-1", "\"rev-0\"", &sandbox_input()).await.status()
            })
        })
        .collect();
    for retry in retries {
        assert_eq!(retry.await.unwrap(), 200);
    }
    assert_eq!(person.stored(EMPTY).await.revision, 1);
}

#[tokio::test]
async fn the_same_key_with_another_body_is_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    save(&person, "key-1", "\"rev-0\"", &sandbox_input()).await;
    let response = save(&person, "key-1", "\"rev-1\"", &another_input()).await;
    problem(response, ProblemCode::IdempotencyKeyReused).await;
    // The environment is part of the request.
    let other = person.save_request(EMPTY, Environment::Production, "\"rev-1\"");
    let other = other.header(IDEMPOTENCY_KEY_HEADER, "key-1").json(&sandbox_input());
    problem(other.send().await.unwrap(), ProblemCode::IdempotencyKeyReused).await;
    assert_eq!(person.stored(EMPTY).await.revision, 1);
}

#[tokio::test]
async fn a_key_is_valid_for_one_user_and_one_account() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    save(&person, "key-1", "\"rev-0\"", &sandbox_input()).await;
    let other = app.signed_in(IN_TWO_ACCOUNTS).await;
    assert_eq!(save(&other, "key-1", "\"rev-1\"", &another_input()).await.status(), 200);
    let document = other.stored(COMPLETE).await.contact_information;
    let elsewhere = other.save_request(COMPLETE, SANDBOX, FIRST_TAG);
    let elsewhere = elsewhere.header(IDEMPOTENCY_KEY_HEADER, "key-1").json(&document);
    assert_eq!(elsewhere.send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn a_key_is_forgotten_after_a_day() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    save(&person, "key-1", "\"rev-0\"", &sandbox_input()).await;
    app.clock.advance(TimeDelta::hours(24));
    let person = app.signed_in(EMPTY_EDITOR).await;
    let response = save(&person, "key-1", "\"rev-0\"", &sandbox_input()).await;
    problem(response, ProblemCode::RevisionStale).await;
    assert_eq!(save(&person, "key-1", "\"rev-1\"", &another_input()).await.status(), 200);
}

#[tokio::test]
async fn a_refused_save_does_not_use_up_its_key() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let blank = ContactInformationInput::default();
    field_errors(save(&person, "key-1", "\"rev-0\"", &blank).await).await;
    assert_eq!(save(&person, "key-1", "\"rev-0\"", &sandbox_input()).await.status(), 200);
}

#[tokio::test]
async fn an_unusable_key_is_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    for key in [String::new(), "k".repeat(256), "clé".to_owned()] {
        let response = save(&person, &key, "\"rev-0\"", &sandbox_input()).await;
        problem(response, ProblemCode::InvalidParameter).await;
    }
}
