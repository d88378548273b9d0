//! Tests the contact information as a bare document.

use partner_portal_backend::storage::operator_tokens::TokenScope;
use partner_portal_contract::{Environment, ProblemCode};
use reqwest::RequestBuilder;
use serde_json::{Value, json};

use super::client::{COMPLETE_PARTNER, EMPTY_PARTNER, path, put, read};
use crate::support::{
    fixtures::sandbox_input,
    test_app::{EMPTY, EMPTY_ADMINISTRATOR, TestApp},
    visitor::{Visitor, completion, etag, problem},
};

fn save(operator: &Visitor, partner: &str, query: &str, tag: &str, body: &Value) -> RequestBuilder {
    let path = path(partner, &format!("/contact-information{query}"));
    put(operator, &path, body).header("if-match", tag)
}

fn complete_document() -> Value {
    let mut document = serde_json::to_value(sandbox_input()).unwrap();
    document["alert_contacts"] = json!(["Giulia.Conti@example.com"]);
    document
}

#[tokio::test]
async fn what_is_read_can_be_sent_back() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let response = operator.get(&path(COMPLETE_PARTNER, "/contact-information")).await;
    let tag = etag(response.headers());
    let document: Value = read(response, 200).await;
    let people = json!(["amara.okafor@example.com", "oliver.hughes@example.com"]);
    assert_eq!(document["alert_contacts"], people, "people are named by their addresses");
    let saved = save(&operator, COMPLETE_PARTNER, "", &tag, &document).send().await.unwrap();
    assert_eq!(etag(saved.headers()), "\"rev-4\"");
    assert_eq!(read::<Value>(saved, 200).await, document);
    let stale = save(&operator, COMPLETE_PARTNER, "", &tag, &document).send().await.unwrap();
    assert_eq!(etag(stale.headers()), "\"rev-4\"");
    problem(stale, ProblemCode::RevisionStale).await;
    let path = path(COMPLETE_PARTNER, "/contact-information");
    let without = put(&operator, &path, &document).send().await.unwrap();
    problem(without, ProblemCode::IfMatchRequired).await;
}

#[tokio::test]
async fn a_save_completes_the_account_and_opens_it_for_its_users() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let partner = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let tag = "\"rev-0\"";
    let saved = save(&operator, EMPTY_PARTNER, "", tag, &complete_document()).send().await.unwrap();
    assert_eq!(saved.status(), 200);
    let production = partner.completion(EMPTY, Environment::Production).await;
    assert!(completion(production).await.complete);
    let stored = partner.stored(EMPTY).await;
    assert_eq!(stored.contact_information.alert_contacts, [EMPTY_ADMINISTRATOR]);
    assert_eq!(stored.updated_by.unwrap().name, "Meridian");
}

#[tokio::test]
async fn every_error_is_reported_and_an_address_of_no_member_is_unknown() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let mut wrong = complete_document();
    wrong["alert_contacts"] = json!(["giulia.conti@example.com", "stranger@example.com"]);
    wrong["operational_shared"] = "nowhere".into();
    let refused = save(&operator, EMPTY_PARTNER, "", "\"rev-0\"", &wrong).send().await.unwrap();
    let refused: Value = read(refused, 422).await;
    assert_eq!(refused["code"], "contact_information_invalid");
    let errors: Vec<_> = refused["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["field"].as_str().unwrap(), one["code"].as_str().unwrap(), &one["index"]))
        .collect();
    assert_eq!(errors[0], ("alert_contacts", "unknown_user", &json!(1)));
    assert!(errors.iter().any(|(field, ..)| *field == "operational_shared"), "{errors:?}");
    // Production is the default. Sandbox asks for no alert contacts.
    let without = serde_json::to_value(sandbox_input()).unwrap();
    let refused = save(&operator, EMPTY_PARTNER, "", "\"rev-0\"", &without).send().await.unwrap();
    problem(refused, ProblemCode::ContactInformationInvalid).await;
    let query = "?environment=sandbox";
    let saved = save(&operator, EMPTY_PARTNER, query, "\"rev-0\"", &without).send().await.unwrap();
    assert_eq!(saved.status(), 200);
}

#[tokio::test]
async fn a_repeated_key_saves_once_for_each_token() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let body = complete_document();
    let send = |operator: &Visitor, tag: &str, body: &Value| {
        save(operator, EMPTY_PARTNER, "", tag, body).header("idempotency-key", "k1").send()
    };
    for _ in 0..2 {
        let saved = send(&operator, "\"rev-0\"", &body).await.unwrap();
        assert_eq!((saved.status().as_u16(), etag(saved.headers()).as_str()), (200, "\"rev-1\""));
    }
    let mut other = body.clone();
    other["operational_shared"] = "other@bellavista.example.com".into();
    let reused = send(&operator, "\"rev-1\"", &other).await.unwrap();
    problem(reused, ProblemCode::IdempotencyKeyReused).await;
    let second = app.operator(TokenScope::Write).await;
    let saved = send(&second, "\"rev-1\"", &other).await.unwrap();
    assert_eq!(etag(saved.headers()), "\"rev-2\"", "another system has its own keys");
}
