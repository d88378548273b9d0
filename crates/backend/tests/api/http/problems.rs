//! Tests the properties that all responses share.

use partner_portal_contract::{Environment, ProblemCode, paths};
use reqwest::Method;

use crate::support::{
    fixtures::{sandbox_input, typed},
    test_app::{EMPTY, EMPTY_ADMINISTRATOR, TestApp},
    visitor::problem,
};

#[tokio::test]
async fn an_unknown_path_of_the_api_returns_a_problem_and_never_a_page() {
    let app = TestApp::demo().await;
    let visitor = app.visitor();
    for path in ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v2/session"] {
        problem(visitor.get(path).await, ProblemCode::NotFound).await;
    }
    let write = visitor.request(Method::POST, "/api/v1/nothing").send().await.unwrap();
    problem(write, ProblemCode::NotFound).await;
}

#[tokio::test]
async fn a_wrong_method_returns_a_problem_with_the_allowed_methods() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let path = paths::contact_information(EMPTY);
    let response = person.api(Method::DELETE, &path).send().await.unwrap();
    let allowed = response.headers()["allow"].to_str().unwrap().to_owned();
    assert!(allowed.contains("GET") && allowed.contains("PUT"), "{allowed}");
    problem(response, ProblemCode::MethodNotAllowed).await;
    let response = person.api(Method::PUT, paths::SESSION).send().await.unwrap();
    problem(response, ProblemCode::MethodNotAllowed).await;
}

#[tokio::test]
async fn every_response_has_its_own_id_and_is_not_cached() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let mut ids = std::collections::BTreeSet::new();
    for response in [
        person.session().await,
        person.account(EMPTY).await,
        person.completion(EMPTY, Environment::Sandbox).await,
        person.contact_information(EMPTY).await,
        person.keep_draft(EMPTY, &typed("half")).await,
        person.draft(EMPTY).await,
        person.discard_draft(EMPTY).await,
        person.save(EMPTY, Environment::Sandbox, "\"rev-0\"", &sandbox_input()).await,
        person.revisions(EMPTY, "").await,
        person.users(EMPTY, "").await,
        person.onboarding_plan(EMPTY, Environment::Sandbox).await,
        person.sign_out().await,
    ] {
        assert!(response.status().is_success());
        assert_eq!(response.headers()["cache-control"], "no-store");
        assert!(ids.insert(response.headers()["x-request-id"].clone()));
    }
}

#[tokio::test]
async fn a_harmless_request_id_is_repeated() {
    let app = TestApp::demo().await;
    let request = app.visitor().api(Method::GET, paths::SESSION).header("x-request-id", "proxy-7");
    let refused = problem(request.send().await.unwrap(), ProblemCode::SignedOut).await;
    assert_eq!(refused.request_id, "proxy-7");
}

#[tokio::test]
async fn health_and_readiness_need_no_session() {
    let app = TestApp::start(&[]).await;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(app.visitor().get(path).await.status(), 200);
    }
}
