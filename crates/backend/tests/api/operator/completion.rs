//! Tests the completion for the operator's own services.

use partner_portal_backend::storage::operator_tokens::TokenScope;
use partner_portal_contract::{
    Environment, ProblemCode,
    operator::{AccountState, BulkCompletions, OperatorCompletion},
};
use reqwest::{Method, Response};
use serde_json::json;

use super::client::{COMPLETE_PARTNER, EMPTY_PARTNER, LARGE_PARTNER, path, read};
use crate::support::{
    fixtures::sandbox_input,
    test_app::{EMPTY, EMPTY_EDITOR, TestApp},
    visitor::{Visitor, etag, problem},
};

async fn wait(operator: &Visitor, tag: &str, seconds: u32) -> Response {
    operator
        .request(Method::GET, &path(EMPTY_PARTNER, "/completion?environment=sandbox"))
        .header("if-none-match", tag)
        .header("prefer", format!("wait={seconds}"))
        .send()
        .await
        .unwrap()
}

async fn bulk(operator: &Visitor, environment: &str, ids: &[String]) -> Response {
    let body = json!({"environment": environment, "partner_ids": ids});
    let request = operator.request(Method::POST, "/api/v1/operator/completion").json(&body);
    request.send().await.unwrap()
}

#[tokio::test]
async fn a_waiting_service_learns_of_the_completion_at_once() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Read).await;
    let known = operator.get(&path(EMPTY_PARTNER, "/completion?environment=sandbox")).await;
    let tag = etag(known.headers());
    let known: OperatorCompletion = read(known, 200).await;
    assert_eq!((known.partner_id.as_str(), known.complete), (EMPTY_PARTNER, false));
    assert_eq!(wait(&operator, &tag, 0).await.status(), 304);
    let waiting = tokio::spawn({
        let (operator, tag) = (operator.clone(), tag.clone());
        async move { wait(&operator, &tag, 25).await }
    });
    let editor = app.signed_in(EMPTY_EDITOR).await;
    let saved = editor.save(EMPTY, Environment::Sandbox, "\"rev-0\"", &sandbox_input()).await;
    assert_eq!(saved.status(), 200);
    let changed = waiting.await.unwrap();
    assert_ne!(etag(changed.headers()), tag);
    assert_eq!(changed.headers()["preference-applied"], "wait=25");
    let changed: OperatorCompletion = read(changed, 200).await;
    assert_eq!((changed.complete, changed.revision), (true, 1));
    assert!(changed.requirements.iter().all(|requirement| !requirement.blocks()));
}

#[tokio::test]
async fn a_revoked_token_gets_no_answer_to_its_wait() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Read).await;
    let known = operator.get(&path(EMPTY_PARTNER, "/completion?environment=sandbox")).await;
    let tag = etag(known.headers());
    let waiting = tokio::spawn(async move { wait(&operator, &tag, 1).await });
    app.change_database("UPDATE operator_tokens SET revoked_at = 1").await;
    problem(waiting.await.unwrap(), ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn an_environment_that_the_account_lacks_is_refused() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Read).await;
    for query in ["", "?environment=moon"] {
        let response = operator.get(&path(EMPTY_PARTNER, &format!("/completion{query}"))).await;
        problem(response, ProblemCode::InvalidParameter).await;
    }
    let missing = operator.get(&path("missing", "/completion?environment=sandbox")).await;
    problem(missing, ProblemCode::NotFound).await;
}

#[tokio::test]
async fn many_accounts_are_read_at_once_in_the_order_of_the_request() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Read).await;
    let ids = [LARGE_PARTNER, "missing", COMPLETE_PARTNER, LARGE_PARTNER].map(str::to_owned);
    let answer: BulkCompletions = read(bulk(&operator, "production", &ids).await, 200).await;
    let states: Vec<_> =
        answer.completions.iter().map(|one| (one.partner_id.as_str(), one.state)).collect();
    assert_eq!(
        states,
        [
            (LARGE_PARTNER, AccountState::Locked),
            ("missing", AccountState::NotFound),
            (COMPLETE_PARTNER, AccountState::Complete),
            (LARGE_PARTNER, AccountState::Locked),
        ]
    );
    assert_eq!(answer.completions[0].unmet.len(), 1);
    assert!(answer.completions[2].unmet.is_empty());
}

#[tokio::test]
async fn a_thousand_of_the_longest_ids_are_accepted_and_one_more_is_refused() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Read).await;
    let mut ids: Vec<String> = (0..1000).map(|number| format!("{number:ł>200}")).collect();
    let answer: BulkCompletions = read(bulk(&operator, "sandbox", &ids).await, 200).await;
    assert_eq!(answer.completions.len(), 1000);
    ids.push("one more".to_owned());
    problem(bulk(&operator, "sandbox", &ids).await, ProblemCode::TooManyAccounts).await;
    let empty: BulkCompletions = read(bulk(&operator, "sandbox", &[]).await, 200).await;
    assert!(empty.completions.is_empty());
}
