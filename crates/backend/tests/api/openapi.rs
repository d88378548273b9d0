//! Tests that the `OpenAPI` document and the routes match.

use std::collections::BTreeSet;

use partner_portal_contract::paths;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::test_app::TestApp;

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
    add(paths::SESSION_INVITATION, "POST");
    add(paths::CONTACT_INFORMATION, "PUT");
    add(paths::DRAFT, "PUT");
    add(paths::DRAFT, "DELETE");
    add(paths::USERS, "POST");
    add(paths::USER, "PATCH");
    add(paths::USER, "DELETE");
    add(paths::USER_INVITATION, "POST");
    add(paths::REMINDERS, "POST");
    for path in [
        paths::OPERATOR_ACCOUNTS,
        paths::OPERATOR_ACCOUNT,
        paths::OPERATOR_USERS,
        paths::OPERATOR_USER,
        paths::OPERATOR_CONTACT_INFORMATION,
        paths::OPERATOR_COMPLETION,
    ] {
        add(path, "GET");
    }
    for path in [paths::OPERATOR_ACCOUNT, paths::OPERATOR_USER, paths::OPERATOR_CONTACT_INFORMATION]
    {
        add(path, "PUT");
    }
    add(paths::OPERATOR_ACCOUNT, "DELETE");
    add(paths::OPERATOR_USER, "DELETE");
    add(paths::OPERATOR_BULK_COMPLETION, "POST");
    if demo {
        add(paths::DEMO_USERS, "GET");
        add(paths::DEMO_SESSION, "POST");
        add(paths::DEMO_SESSION, "DELETE");
    }
    expected.into_iter().map(|(path, method)| (path, method.to_owned())).collect()
}

#[tokio::test]
async fn the_document_lists_exactly_the_paths_of_the_contract() {
    assert_eq!(operations(&TestApp::demo().await).await, expected(true));
    assert_eq!(operations(&TestApp::start(&[]).await).await, expected(false));
}

#[tokio::test]
async fn every_operation_of_the_document_has_a_route() {
    let app = TestApp::demo().await;
    for (path, method) in operations(&app).await {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let path = path.replace("{account}", "acc_missing").replace("{user}", "usr_missing");
        // Without a session, only a missing route returns 404.
        let response = app.visitor().request(method.clone(), &path).send().await.unwrap();
        assert!(![404, 405].contains(&response.status().as_u16()), "{method} {path}");
    }
}

#[tokio::test]
async fn the_document_has_a_schema_for_every_referenced_type() {
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
        "SessionAnswer",
        "UserChange",
        "UsersPage",
    ] {
        assert!(schemas.contains_key(name), "{name}");
    }
}

#[tokio::test]
async fn the_document_contains_limits_and_values() {
    let document = app_document().await;
    let property = |schema: &str, property: &str| {
        document["components"]["schemas"][schema]["properties"][property].clone()
    };
    for list in ["alert_contacts", "technical_emergency", "merchant_issues"] {
        assert_eq!(property("ContactInformationDraft", list)["maxItems"], 20, "{list}");
    }
    for list in ["technical_non_emergency", "operational_platform"] {
        assert_eq!(property("ContactInformationDraft", list)["items"]["maxLength"], 254, "{list}");
    }
    assert_eq!(property("ContactInformationDraft", "operational_shared")["maxLength"], 254);
    assert_eq!(property("ContactInformationDraft", "operational_support")["maxItems"], 10);
    assert_eq!(property("ScheduleDraft", "hours")["maxItems"], 21);
    assert_eq!(property("NewUserDraft", "name")["maxLength"], 200);
    assert_eq!(property("Completion", "editors")["maxItems"], 10);
    assert_eq!(property("Invitation", "expires_at")["format"], "date-time");
    let parameter = |path: &str, method: &str, name: &str| {
        let operation = &document["paths"][format!("/api/v1{path}")][method];
        let parameters = operation["parameters"].as_array().unwrap();
        parameters.iter().find(|one| one["name"] == name).unwrap()["schema"].clone()
    };
    for (path, largest) in [(paths::USERS, 200), (paths::REVISIONS, 50)] {
        let page_size = parameter(path, "get", "page_size");
        assert_eq!((&page_size["minimum"], &page_size["maximum"]), (&1.into(), &largest.into()));
    }
    assert_eq!(parameter(paths::USERS, "get", "state")["enum"], json!(["active", "invited"]));
    assert_eq!(
        parameter(paths::USERS, "get", "sort")["enum"],
        json!(["name", "-name", "role", "-role", "state", "-state"])
    );
    assert_eq!(
        parameter(paths::SESSION, "get", "include")["items"]["enum"],
        json!(["completion", "contact_information", "account"])
    );
    assert_eq!(parameter(paths::DRAFT, "put", "x-partner-portal")["enum"], json!(["1"]));
    assert_eq!(parameter(paths::CONTACT_INFORMATION, "put", "idempotency-key")["maxLength"], 255);
    let body = &document["paths"][format!("/api/v1{}", paths::DRAFT)]["put"]["requestBody"];
    assert!(body["description"].as_str().unwrap().contains("65536"));
    // `unknown`, which clients use for unknown values, is never sent.
    assert!(!document.to_string().contains("\"unknown\""));
}

#[tokio::test]
async fn the_document_describes_the_parts_of_the_session() {
    let document = app_document().await;
    let session = &document["paths"][format!("/api/v1{}", paths::SESSION)]["get"];
    let parameters = session["parameters"].as_array().unwrap();
    let of = |name: &str| parameters.iter().find(|one| one["name"] == name).unwrap();
    for name in ["include", "account", "environment"] {
        assert_eq!(of(name)["in"], "query", "{name}");
        assert_eq!(of(name)["required"], false, "{name}");
    }
    // Names separated by commas, not one parameter per name.
    assert_eq!(
        (&of("include")["style"], &of("include")["explode"]),
        (&"form".into(), &false.into())
    );
    let parts = &document["components"]["schemas"]["Included"]["properties"];
    for (part, body) in [
        ("completion", "Completion"),
        ("contact_information", "ContactInformationDocument"),
        ("account", "Account"),
    ] {
        assert!(
            parts[part].to_string().contains(&format!("#/components/schemas/{body}\"")),
            "{part}"
        );
    }
}

#[tokio::test]
async fn an_operation_requires_a_sign_in_exactly_when_documented() {
    let app = TestApp::demo().await;
    let document: Value = app.visitor().get("/api/v1/openapi.json").await.json().await.unwrap();
    let schemes = &document["components"]["securitySchemes"];
    assert_eq!(schemes["bearer_token"]["scheme"], "bearer");
    assert_eq!(schemes["session_cookie"]["in"], "cookie");
    for (path, method) in operations(&app).await {
        let operation = &document["paths"][&path][method.to_lowercase()];
        let asked_for = operation.get("security").unwrap_or(&document["security"]);
        let is_public = asked_for.as_array().unwrap().contains(&json!({}));
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let path = path.replace("{account}", "acc_missing").replace("{user}", "usr_missing");
        let request = app.visitor().request(method.clone(), &path);
        let response = request.header(paths::CSRF_HEADER, "1").send().await.unwrap();
        assert_eq!(response.status() != 401, is_public, "{method} {path}");
    }
}

async fn app_document() -> Value {
    let app = TestApp::demo().await;
    app.visitor().get("/api/v1/openapi.json").await.json().await.unwrap()
}
