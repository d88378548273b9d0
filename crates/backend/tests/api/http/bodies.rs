//! Tests that invalid request bodies are refused.

use partner_portal_contract::{Environment, ProblemCode, paths};
use reqwest::{Body, Method, header::CONTENT_TYPE};
use serde_json::{Value, json};

use crate::support::{
    fixtures::sandbox_input,
    test_app::{EMPTY, EMPTY_EDITOR, TestApp},
    visitor::{Visitor, problem},
};

async fn refused(person: &Visitor, body: impl Into<Body>, code: ProblemCode) {
    let save = person.save_request(EMPTY, Environment::Sandbox, "\"rev-0\"");
    let response = save.header(CONTENT_TYPE, "application/json").body(body).send().await.unwrap();
    problem(response, code).await;
    assert_eq!(person.stored(EMPTY).await.revision, 0);
}

fn with(change: impl Fn(&mut Value)) -> String {
    let mut body = serde_json::to_value(sandbox_input()).unwrap();
    change(&mut body);
    body.to_string()
}

#[tokio::test]
async fn invalid_json_is_refused_as_malformed() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let nested = "[".repeat(10_000);
    for body in ["", "{", "{\"a\":}", "nonsense", "{} {}", "{\"unknown\": 1", &nested] {
        refused(&person, body.to_owned(), ProblemCode::MalformedJson).await;
    }
    refused(&person, &b"{\"operational_shared\": \"\xFF\"}"[..], ProblemCode::MalformedJson).await;
}

#[tokio::test]
async fn unknown_fields_are_refused_at_every_depth() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    for body in [
        with(|body| body["revision"] = json!(7)),
        with(|body| body["account_id"] = json!("acc_northgate")),
        with(|body| body["operational_support"][0]["owner"] = json!("me")),
        with(|body| body["operational_support"][0]["hours"][0]["note"] = json!("")),
    ] {
        refused(&person, body, ProblemCode::InvalidBody).await;
    }
}

#[tokio::test]
async fn wrong_types_are_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    for body in [
        with(|body| body["technical_emergency"] = json!("one@example.com")),
        with(|body| body["technical_emergency"] = json!([1])),
        with(|body| body["operational_shared"] = json!(null)),
        with(|body| body["operational_support"][0]["hours"][0]["days"] = json!(["Monday"])),
        with(|body| *body = json!([])),
        with(|body| *body = json!(null)),
        with(|body| body["operational_support"][0] = json!(["Europe/Rome", []])),
        "{\"operational_shared\": \"a@example.com\", \"operational_shared\": \"\"}".to_owned(),
    ] {
        refused(&person, body, ProblemCode::InvalidBody).await;
    }
}

#[tokio::test]
async fn another_content_type_is_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let body = with(|_| {});
    for content_type in [None, Some("text/plain"), Some("application/x-www-form-urlencoded")] {
        let mut save = person.save_request(EMPTY, Environment::Sandbox, "\"rev-0\"");
        if let Some(content_type) = content_type {
            save = save.header(CONTENT_TYPE, content_type);
        }
        let response = save.body(body.clone()).send().await.unwrap();
        problem(response, ProblemCode::UnsupportedMediaType).await;
    }
    let save = person.save_request(EMPTY, Environment::Sandbox, "\"rev-0\"");
    let save = save.header(CONTENT_TYPE, "Application/JSON; charset=utf-8").body(body);
    assert_eq!(save.send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn more_than_64_kib_is_refused_with_and_without_a_length() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let large = with(|body| body["operational_shared"] = json!("a".repeat(65 * 1024)));
    refused(&person, large.clone(), ProblemCode::BodyTooLarge).await;
    let pieces: Vec<Result<_, std::io::Error>> =
        large.as_bytes().chunks(4096).map(|piece| Ok(piece.to_vec())).collect();
    let chunked = Body::wrap_stream(futures_util::stream::iter(pieces));
    refused(&person, chunked, ProblemCode::BodyTooLarge).await;
}

#[tokio::test]
async fn signing_in_checks_its_body_too() {
    let app = TestApp::demo().await;
    let visitor = app.visitor();
    for (body, code) in [
        ("{\"user_id\": \"usr_giulia_conti\", \"role\": \"x\"}", ProblemCode::InvalidBody),
        ("{\"user_id\": 1}", ProblemCode::InvalidBody),
        ("{}", ProblemCode::InvalidBody),
        ("user_id=usr_giulia_conti", ProblemCode::MalformedJson),
    ] {
        let post = visitor.api(Method::POST, paths::DEMO_SESSION);
        let post = post.header(CONTENT_TYPE, "application/json").body(body);
        problem(post.send().await.unwrap(), code).await;
    }
    problem(visitor.session().await, ProblemCode::SignedOut).await;
}
