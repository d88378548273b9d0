//! Tests the authorization of every operation of the operator's API, and that a token of the operator
//! opens nothing else. One table lists the expected statuses, and an operation that is missing in
//! the table fails the test. Bodies and headers are valid, so only the authorization determines the
//! status.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use partner_portal_backend::storage::operator_tokens::TokenScope;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use super::client::{COMPLETE_PARTNER, account};
use crate::support::{
    issuer::{claims, hs256},
    test_app::{EMPTY, EMPTY_ADMINISTRATOR, EMPTY_READER, TestApp},
    visitor::{Visitor, etag},
};

/// The sender of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Actor {
    Anonymous,
    Read,
    Write,
    Revoked,
    Expired,
    Cookie,
    Jwt,
}

const ACTORS: [Actor; 7] = [
    Actor::Anonymous,
    Actor::Read,
    Actor::Write,
    Actor::Revoked,
    Actor::Expired,
    Actor::Cookie,
    Actor::Jwt,
];

/// Completes a request so that it is valid. Takes the current tag of the account.
type Prepare = fn(RequestBuilder, &str) -> RequestBuilder;

/// An operation, with its query and the expected status for each of [`ACTORS`].
type Row = (&'static str, &'static str, Prepare, [u16; ACTORS.len()]);

const SANDBOX: &str = "?environment=sandbox";
const ACCOUNT: &str = "/api/v1/operator/accounts/{partner_id}";

#[rustfmt::skip]
const TABLE: [Row; 12] = [
    //                                                                                no token
    //                                                                                |    read
    //                                                                                |    |    write
    //                                                                                |    |    |    revoked
    //                                                                                |    |    |    |    expired
    //                                                                                |    |    |    |    |    cookie
    //                                                                                |    |    |    |    |    |    JWT
    ("GET /api/v1/operator/accounts", "", plain,                                     [401, 200, 200, 401, 401, 401, 401]),
    ("GET /api/v1/operator/accounts/{partner_id}", "", plain,                        [401, 200, 200, 401, 401, 401, 401]),
    ("PUT /api/v1/operator/accounts/{partner_id}", "", put_account,                  [401, 403, 200, 401, 401, 401, 401]),
    ("DELETE /api/v1/operator/accounts/{partner_id}", "", matched,                   [401, 403, 200, 401, 401, 401, 401]),
    ("GET /api/v1/operator/accounts/{partner_id}/users", "", plain,                  [401, 200, 200, 401, 401, 401, 401]),
    ("GET /api/v1/operator/accounts/{partner_id}/users/{email}", "", plain,          [401, 200, 200, 401, 401, 401, 401]),
    ("PUT /api/v1/operator/accounts/{partner_id}/users/{email}", "", put_user,       [401, 403, 200, 401, 401, 401, 401]),
    ("DELETE /api/v1/operator/accounts/{partner_id}/users/{email}", "", plain,       [401, 403, 200, 401, 401, 401, 401]),
    ("GET /api/v1/operator/accounts/{partner_id}/contact-information", "", plain,    [401, 200, 200, 401, 401, 401, 401]),
    ("PUT /api/v1/operator/accounts/{partner_id}/contact-information", "", save,     [401, 403, 200, 401, 401, 401, 401]),
    ("GET /api/v1/operator/accounts/{partner_id}/completion", SANDBOX, plain,        [401, 200, 200, 401, 401, 401, 401]),
    ("POST /api/v1/operator/completion", "", bulk,                                   [401, 200, 200, 401, 401, 401, 401]),
];

fn plain(request: RequestBuilder, _: &str) -> RequestBuilder {
    request
}

fn matched(request: RequestBuilder, tag: &str) -> RequestBuilder {
    request.header("if-match", tag)
}

fn put_account(request: RequestBuilder, _: &str) -> RequestBuilder {
    request.json(&account())
}

fn put_user(request: RequestBuilder, _: &str) -> RequestBuilder {
    request.json(&json!({"name": "Siobhan", "role": "editor"}))
}

fn save(request: RequestBuilder, _: &str) -> RequestBuilder {
    let hours = json!([{"days": ["monday"], "opens": "09:00", "closes": "17:00"}]);
    request.header("if-match", "\"rev-3\"").json(&json!({
        "alert_contacts": ["amara.okafor@example.com"],
        "technical_emergency": ["a@northgate.example.com"],
        "technical_non_emergency": ["b@northgate.example.com"],
        "operational_platform": ["c@northgate.example.com"],
        "operational_shared": "d@northgate.example.com",
        "operational_support": [{"time_zone": "Europe/London", "hours": hours}],
    }))
}

fn bulk(request: RequestBuilder, _: &str) -> RequestBuilder {
    request.json(&json!({"environment": "sandbox", "partner_ids": [COMPLETE_PARTNER]}))
}

async fn app() -> TestApp {
    TestApp::with_secret(&["--demo"]).await
}

impl Actor {
    async fn visitor(self, app: &TestApp) -> Visitor {
        match self {
            Self::Anonymous => app.visitor(),
            Self::Read => app.operator(TokenScope::Read).await,
            Self::Write => app.operator(TokenScope::Write).await,
            Self::Revoked => {
                let operator = app.operator(TokenScope::Write).await;
                app.change_database("UPDATE operator_tokens SET revoked_at = created_at").await;
                operator
            }
            Self::Expired => {
                let operator = app.operator(TokenScope::Write).await;
                app.clock.advance(TimeDelta::days(90));
                operator
            }
            Self::Cookie => app.signed_in(EMPTY_ADMINISTRATOR).await,
            Self::Jwt => {
                let address = "giulia.conti@example.com";
                app.bearer(&hs256(&claims(&app.clock, address, address)))
            }
        }
    }
}

async fn described(app: &TestApp) -> Vec<String> {
    let document: Value = app.visitor().get("/api/v1/openapi.json").await.json().await.unwrap();
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let is_of_operator = path.starts_with("/api/v1/operator/");
            assert_eq!(operation["tags"] == json!(["operator"]), is_of_operator, "{path}");
            operations.push(format!("{} {path}", method.to_uppercase()));
        }
    }
    operations
}

#[tokio::test]
async fn the_table_lists_every_described_operation_of_the_operator() {
    let described = described(&app().await).await;
    let described: BTreeSet<_> =
        described.iter().map(String::as_str).filter(|one| one.contains("/operator/")).collect();
    assert_eq!(described, TABLE.iter().map(|(operation, ..)| *operation).collect());
}

#[tokio::test]
async fn every_operation_returns_the_status_in_the_table() {
    for actor in ACTORS {
        for (operation, query, prepare, statuses) in TABLE {
            // Each request has its own server, because some operations delete what others need.
            let app = app().await;
            let path = ACCOUNT.replace("{partner_id}", COMPLETE_PARTNER);
            let reader = app.operator(TokenScope::Read).await;
            let tag = etag(reader.get(&path).await.headers());
            let (method, path) = operation.split_once(' ').unwrap();
            let path = path
                .replace("{partner_id}", COMPLETE_PARTNER)
                .replace("{email}", "siobhan.byrne@example.com");
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let visitor = actor.visitor(&app).await;
            let request = visitor.request(method, &format!("{path}{query}"));
            let answer = prepare(request.header("x-partner-portal", "1"), &tag).send();
            let status = answer.await.unwrap().status().as_u16();
            let place = ACTORS.iter().position(|other| *other == actor).unwrap();
            assert_eq!(status, statuses[place], "{operation} by {actor:?}");
        }
    }
}

#[tokio::test]
async fn a_token_of_the_operator_opens_nothing_of_the_partners() {
    for flags in [&["--demo"][..], &[]] {
        let app = TestApp::with_secret(flags).await;
        let operator = app.operator(TokenScope::Write).await;
        for operation in described(&app).await {
            let (method, path) = operation.split_once(' ').unwrap();
            let is_public = !path.starts_with("/api/v1/")
                || path.starts_with("/api/v1/demo/")
                || path == "/api/v1/openapi.json"
                || operation == "DELETE /api/v1/session";
            if is_public || path.starts_with("/api/v1/operator/") {
                continue;
            }
            let path = path
                .replace("{account}", EMPTY)
                .replace("{user}", EMPTY_READER)
                .replace("{invitation}", "inv_chiara_romano");
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let request = operator.request(method, &path).header("x-partner-portal", "1");
            let answer = request.json(&json!({})).send().await.unwrap();
            assert_eq!(answer.status(), 401, "{operation}");
        }
    }
}
