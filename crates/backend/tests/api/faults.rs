//! Tests the failures on demand.

use partner_portal_contract::{Environment, ProblemCode, paths::IDEMPOTENCY_KEY_HEADER};
use reqwest::{Method, Response};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{
    fixtures::{sandbox_input, typed},
    test_app::{EMPTY, EMPTY_EDITOR, TestApp},
    visitor::{Visitor, problem},
};

const SANDBOX: Environment = Environment::Sandbox;

async fn order(visitor: &Visitor, body: Value) -> Response {
    visitor.api(Method::PUT, "/test/faults").json(&body).send().await.unwrap()
}

async fn save(person: &Visitor) -> reqwest::Result<Response> {
    let save = person.save_request(EMPTY, SANDBOX, "\"rev-0\"");
    save.header(IDEMPOTENCY_KEY_HEADER, "key-1").json(&sandbox_input()).send().await
}

#[tokio::test]
async fn without_the_flag_there_are_no_faults() {
    let app = TestApp::demo().await;
    let response = order(&app.visitor(), json!({"fail": "completion", "times": 1})).await;
    problem(response, ProblemCode::NotFound).await;
}

#[tokio::test]
async fn a_fault_happens_as_often_as_ordered() {
    let app = TestApp::start(&["--demo", "--test-faults"]).await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let response = order(&person, json!({"fail": "completion", "times": 2})).await;
    assert_eq!(response.status(), 204);
    for _ in 0..2 {
        problem(person.completion(EMPTY, SANDBOX).await, ProblemCode::Unavailable).await;
    }
    assert_eq!(person.completion(EMPTY, SANDBOX).await.status(), 200);
    order(&person, json!({"fail": "session", "times": 9})).await;
    let forgotten = person.api(Method::DELETE, "/test/faults").send().await.unwrap();
    assert_eq!(forgotten.status(), 204);
    assert_eq!(person.session().await.status(), 200);
}

#[tokio::test]
async fn a_part_with_a_pending_fault_is_not_included_in_the_session() {
    let app = TestApp::start(&["--demo", "--test-faults"]).await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let included = || async {
        let query = "include=completion,account&environment=sandbox";
        person.session_answer(query).await.included
    };
    assert!(included().await.is_some());
    order(&person, json!({"fail": "completion", "times": 1})).await;
    assert_eq!(included().await, None);
    problem(person.completion(EMPTY, SANDBOX).await, ProblemCode::Unavailable).await;
    assert!(included().await.is_some());
}

#[tokio::test]
async fn drafts_and_revisions_have_their_own_faults() {
    let app = TestApp::start(&["--demo", "--test-faults"]).await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    for point in ["draft", "save_draft", "revisions"] {
        order(&person, json!({"fail": point, "times": 1})).await;
        let answers = [
            ("draft", person.draft(EMPTY).await),
            ("save_draft", person.keep_draft(EMPTY, &typed("half")).await),
            ("revisions", person.revisions(EMPTY, "").await),
        ];
        for (name, answer) in answers {
            assert_eq!(answer.status(), if name == point { 503 } else { 200 }, "{name}");
        }
        assert_eq!(person.discard_draft(EMPTY).await.status(), 204);
    }
}

#[tokio::test]
async fn a_retry_gets_the_response_that_was_lost_after_the_commit() {
    let app = TestApp::start(&["--demo", "--test-faults"]).await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    order(&person, json!({"fail": "save_after_commit", "times": 1})).await;
    assert!(save(&person).await.is_err(), "the connection is closed without an answer");
    assert_eq!(person.stored(EMPTY).await.revision, 1);
    assert_eq!(save(&person).await.unwrap().status(), 200);
    assert_eq!(person.stored(EMPTY).await.revision, 1);
}

#[tokio::test]
async fn a_save_can_fail_before_and_after_it_is_stored() {
    let app = TestApp::start(&["--demo", "--test-faults"]).await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    for (point, revision) in [("save", 0), ("save_unavailable_after_commit", 1)] {
        order(&person, json!({"fail": point, "times": 1})).await;
        problem(save(&person).await.unwrap(), ProblemCode::Unavailable).await;
        assert_eq!(person.stored(EMPTY).await.revision, revision, "{point}");
    }
}

#[tokio::test]
async fn a_request_can_be_held_until_the_faults_are_deleted() {
    let app = TestApp::start(&["--demo", "--test-faults"]).await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    order(&person, json!({"hold": "users", "times": 1})).await;
    let mut requests = JoinSet::new();
    for _ in 0..2 {
        let person = person.clone();
        requests.spawn(async move { person.users(EMPTY, "").await.status() });
    }
    assert_eq!(requests.join_next().await.unwrap().unwrap(), 200);
    // A later request is answered before the held one.
    assert_eq!(person.users(EMPTY, "").await.status(), 200);
    assert!(requests.try_join_next().is_none());
    person.api(Method::DELETE, "/test/faults").send().await.unwrap();
    assert_eq!(requests.join_next().await.unwrap().unwrap(), 200);
}

#[tokio::test]
async fn an_invalid_order_is_refused() {
    let app = TestApp::start(&["--demo", "--test-faults"]).await;
    for body in [json!({"fail": "nothing", "times": 1}), json!({"fail": "users"})] {
        problem(order(&app.visitor(), body).await, ProblemCode::InvalidBody).await;
    }
}
