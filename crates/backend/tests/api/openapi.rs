//! The description and the routes are the same list.

use std::collections::BTreeSet;

use partner_portal_contract::paths;
use reqwest::Method;
use serde_json::Value;

use crate::test_app::TestApp;

async fn operations(app: &TestApp) -> BTreeSet<(String, String)> {
    let document: Value = app.visitor().get("/api/v1/openapi.json").await.json().await.unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let mut operations = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys() {
            operations.insert((path.clone(), method.to_uppercase()));
        }
    }
    operations
}

fn expected(demo: bool) -> BTreeSet<(String, String)> {
    let mut expected = vec![("/healthz".to_owned(), "GET"), ("/readyz".to_owned(), "GET")];
    let mut add = |path: &str, method| expected.push((format!("/api/v1{path}"), method));
    for path in [
        paths::SESSION,
        paths::ACCOUNT,
        paths::COMPLETION,
        paths::CONTACT_INFORMATION,
        paths::DRAFT,
        paths::REVISIONS,
        paths::USERS,
        paths::ONBOARDING_PLAN,
        paths::OPENAPI,
    ] {
        add(path, "GET");
    }
    add(paths::SESSION, "POST");
    add(paths::SESSION, "DELETE");
    add(paths::CONTACT_INFORMATION, "PUT");
    add(paths::DRAFT, "PUT");
    add(paths::DRAFT, "DELETE");
    add(paths::USERS, "POST");
    add(paths::USER, "PATCH");
    add(paths::USER, "DELETE");
    add(paths::USER_INVITATION, "POST");
    add(paths::REMINDERS, "POST");
    if demo {
        add(paths::DEMO_USERS, "GET");
        add(paths::DEMO_SESSION, "POST");
        add(paths::DEMO_SESSION, "DELETE");
    }
    expected.into_iter().map(|(path, method)| (path, method.to_owned())).collect()
}

#[tokio::test]
async fn the_description_names_every_path_of_the_contract_and_no_other() {
    assert_eq!(operations(&TestApp::demo().await).await, expected(true));
    assert_eq!(operations(&TestApp::start(&[]).await).await, expected(false));
}

#[tokio::test]
async fn every_described_operation_is_answered() {
    let app = TestApp::demo().await;
    for (path, method) in operations(&app).await {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let path = path.replace("{account}", "acc_missing").replace("{user}", "usr_missing");
        // Without a session: only a path that is no route is 404 then.
        let response = app.visitor().request(method.clone(), &path).send().await.unwrap();
        assert!(![404, 405].contains(&response.status().as_u16()), "{method} {path}");
    }
}

#[tokio::test]
async fn the_description_has_a_schema_for_every_type_that_it_refers_to() {
    let document = app_document().await;
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let text = document.to_string();
    let references = text.split("#/components/schemas/").skip(1);
    for name in references.filter_map(|rest| rest.split('"').next()) {
        assert!(schemas.contains_key(name), "{name}");
    }
    for name in [
        "Completion",
        "ContactInformationDraft",
        "DraftAnswer",
        "DraftToSave",
        "InvitedUser",
        "NewUserDraft",
        "Problem",
        "RevisionPage",
        "SavedDraft",
        "Session",
        "UserChange",
        "UsersPage",
    ] {
        assert!(schemas.contains_key(name), "{name}");
    }
}

async fn app_document() -> Value {
    let app = TestApp::demo().await;
    app.visitor().get("/api/v1/openapi.json").await.json().await.unwrap()
}
