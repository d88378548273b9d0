//! Tests the authorization of every operation that the server describes. One table lists the
//! expected statuses, and an operation that is missing in the table fails the test. Bodies and
//! headers are valid, so only the authorization determines the status.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use futures_util::{StreamExt, stream};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::{
    isolation::actors::{ACTORS, Actor, REMOVED},
    support::{
        fixtures::{sandbox_input, typed},
        test_app::{EMPTY, EMPTY_INVITED, EMPTY_READER, TestApp},
        visitor::Visitor,
    },
};

/// Completes a request so that it is valid.
type Prepare = fn(RequestBuilder) -> RequestBuilder;

/// An operation, with the expected status for each of [`ACTORS`].
struct Row {
    operation: &'static str,
    /// The query of the request.
    query: &'static str,
    prepare: Prepare,
    statuses: [u16; ACTORS.len()],
}

const SANDBOX: &str = "?environment=sandbox";

#[rustfmt::skip]
const TABLE: [Row; 25] = [
    //                                                                  no token
    //                                                                  |    expired
    //                                                                  |    |    garbage
    //                                                                  |    |    |    another account's
    //                                                                  |    |    |    |    administrator
    //                                                                  |    |    |    |    |    editor
    //                                                                  |    |    |    |    |    |    reader
    //                                                                  |    |    |    |    |    |    |    tester
    //                                                                  |    |    |    |    |    |    |    |    removed
    row("GET /healthz", "", plain,                                     [200, 200, 200, 200, 200, 200, 200, 200, 200]),
    row("GET /readyz", "", plain,                                      [200, 200, 200, 200, 200, 200, 200, 200, 200]),
    row("GET /api/v1/openapi.json", "", plain,                         [200, 200, 200, 200, 200, 200, 200, 200, 200]),
    row("GET /api/v1/session", "", plain,                              [401, 401, 401, 200, 200, 200, 200, 200, 401]),
    row("POST /api/v1/session", "", plain,                             [401, 401, 401, 204, 204, 204, 204, 204, 401]),
    // Ends only the session of the request's own cookie.
    row("DELETE /api/v1/session", "", plain,                           [204, 204, 204, 204, 204, 204, 204, 204, 204]),
    // The invitation of another user; see `session_invitation`.
    row("POST /api/v1/session/invitations/{invitation}", "", decline,
                                                                       [401, 401, 401, 404, 404, 404, 404, 404, 404]),
    row("GET /api/v1/accounts/{account}", "", plain,                   [401, 401, 401, 404, 200, 200, 200, 200, 404]),
    row("GET /api/v1/accounts/{account}/completion", SANDBOX, plain,   [401, 401, 401, 404, 200, 200, 200, 200, 404]),
    row("GET /api/v1/accounts/{account}/contact-information", "", plain,
                                                                       [401, 401, 401, 404, 200, 200, 200, 200, 404]),
    row("PUT /api/v1/accounts/{account}/contact-information", SANDBOX, save,
                                                                       [401, 401, 401, 404, 200, 200, 403, 403, 404]),
    row("GET /api/v1/accounts/{account}/contact-information/draft", "", plain,
                                                                       [401, 401, 401, 404, 200, 200, 403, 403, 404]),
    row("PUT /api/v1/accounts/{account}/contact-information/draft", "", keep_draft,
                                                                       [401, 401, 401, 404, 200, 200, 403, 403, 404]),
    row("DELETE /api/v1/accounts/{account}/contact-information/draft", "", plain,
                                                                       [401, 401, 401, 404, 204, 204, 403, 403, 404]),
    row("GET /api/v1/accounts/{account}/contact-information/revisions", "", plain,
                                                                       [401, 401, 401, 404, 200, 200, 200, 200, 404]),
    row("GET /api/v1/accounts/{account}/users", "", plain,             [401, 401, 401, 404, 200, 200, 200, 200, 404]),
    row("POST /api/v1/accounts/{account}/users", "", add_user,         [401, 401, 401, 404, 201, 403, 403, 403, 404]),
    row("PATCH /api/v1/accounts/{account}/users/{user}", "", change_user,
                                                                       [401, 401, 401, 404, 200, 403, 403, 403, 404]),
    row("DELETE /api/v1/accounts/{account}/users/{user}", "", plain,   [401, 401, 401, 404, 204, 403, 403, 403, 404]),
    row("POST /api/v1/accounts/{account}/users/{user}/invitation", "", plain,
                                                                       [401, 401, 401, 404, 200, 403, 403, 403, 404]),
    row("POST /api/v1/accounts/{account}/reminders", SANDBOX, plain,   [401, 401, 401, 404, 200, 200, 200, 200, 404]),
    // Locked for members too; see `members_can_read_the_plan_after_it_is_unlocked`.
    row("GET /api/v1/accounts/{account}/onboarding-plan", SANDBOX, plain,
                                                                       [401, 401, 401, 404, 403, 403, 403, 403, 404]),
    // The demo lets every visitor sign in as any user.
    row("GET /api/v1/demo/users", "", plain,                           [200, 200, 200, 200, 200, 200, 200, 200, 200]),
    row("POST /api/v1/demo/session", "", sign_in,                      [204, 204, 204, 204, 204, 204, 204, 204, 204]),
    row("DELETE /api/v1/demo/session", "", plain,                      [204, 204, 204, 204, 204, 204, 204, 204, 204]),
];

const fn row(
    operation: &'static str,
    query: &'static str,
    prepare: Prepare,
    statuses: [u16; ACTORS.len()],
) -> Row {
    Row { operation, query, prepare, statuses }
}

fn plain(request: RequestBuilder) -> RequestBuilder {
    request
}

fn save(request: RequestBuilder) -> RequestBuilder {
    request.header("if-match", "\"rev-0\"").json(&sandbox_input())
}

fn keep_draft(request: RequestBuilder) -> RequestBuilder {
    request.json(&typed("half"))
}

fn add_user(request: RequestBuilder) -> RequestBuilder {
    request.json(&json!({"name": "Ada", "email": "ada@example.com", "role": "reader"}))
}

fn change_user(request: RequestBuilder) -> RequestBuilder {
    request.json(&json!({"role": "editor"}))
}

fn decline(request: RequestBuilder) -> RequestBuilder {
    request.json(&json!({"answer": "decline"}))
}

fn sign_in(request: RequestBuilder) -> RequestBuilder {
    request.json(&json!({"user_id": EMPTY_READER}))
}

impl Row {
    fn request(&self, visitor: &Visitor) -> RequestBuilder {
        let (method, path) = self.operation.split_once(' ').unwrap();
        let invited = path.ends_with("/invitation");
        let path = path
            .replace("{account}", EMPTY)
            .replace("{invitation}", EMPTY_INVITED)
            .replace("{user}", if invited { EMPTY_INVITED } else { EMPTY_READER });
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let request = visitor.request(method, &format!("{path}{}", self.query));
        (self.prepare)(request.header("x-partner-portal", "1"))
    }
}

async fn app() -> TestApp {
    TestApp::with_secret(&["--demo", "--sign-ins-per-minute", "1000"]).await
}

async fn described(app: &TestApp) -> BTreeSet<String> {
    let document: Value = app.visitor().get("/api/v1/openapi.json").await.json().await.unwrap();
    let paths = document["paths"].as_object().unwrap();
    let methods = |(path, item): (&String, &Value)| {
        let path = path.clone();
        let methods: Vec<_> =
            item.as_object().unwrap().keys().map(|it| it.to_uppercase()).collect();
        methods.into_iter().map(move |method| format!("{method} {path}"))
    };
    // The operator's API has a walk of its own.
    let of_partners = paths.iter().filter(|(path, _)| !path.starts_with("/api/v1/operator/"));
    of_partners.flat_map(methods).collect()
}

/// Returns the status for an actor. Each call uses its own server, because some operations change
/// permissions.
async fn status(row: &Row, actor: Actor) -> u16 {
    let app = app().await;
    if actor == Actor::Removed {
        app.change_database(REMOVED).await;
    }
    row.request(&actor.visitor(&app)).send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn the_table_lists_every_described_operation() {
    let in_table: BTreeSet<_> = TABLE.iter().map(|row| row.operation.to_owned()).collect();
    assert_eq!(described(&app().await).await, in_table);
    assert_eq!(in_table.len(), TABLE.len());
}

#[tokio::test]
async fn every_operation_returns_the_status_in_the_table() {
    let cells = TABLE.iter().flat_map(|row| ACTORS.map(|actor| (row, actor)));
    let answers = stream::iter(cells)
        .map(|(row, actor)| async move { (row, actor, status(row, actor).await) })
        .buffered(4);
    let wrong: Vec<_> = answers
        .filter_map(|(row, actor, status)| async move {
            let place = ACTORS.iter().position(|other| *other == actor).unwrap();
            let expected = row.statuses[place];
            (status != expected)
                .then(|| format!("{} by {actor:?}: {status}, not {expected}", row.operation))
        })
        .collect()
        .await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn members_can_read_the_plan_after_it_is_unlocked() {
    let app = app().await;
    let plan = TABLE.iter().find(|row| row.operation.ends_with("onboarding-plan")).unwrap();
    let put = TABLE.iter().find(|row| row.operation.starts_with("PUT") && row.query == SANDBOX);
    let saved = put.unwrap().request(&Actor::Editor.visitor(&app)).send().await.unwrap();
    assert_eq!(saved.status(), 200);
    app.change_database(REMOVED).await;
    for (actor, expected) in ACTORS.into_iter().zip([401, 401, 401, 404, 200, 200, 200, 200, 404]) {
        let answer = plan.request(&actor.visitor(&app)).send().await.unwrap();
        assert_eq!(answer.status(), expected, "{actor:?}");
    }
}

#[tokio::test]
async fn a_token_that_expires_between_two_requests_is_refused() {
    let app = app().await;
    let administrator = Actor::Administrator.visitor(&app);
    let mut accounts = TABLE.iter().filter(|row| row.operation.contains("{account}"));
    let first = accounts.next().unwrap();
    assert_eq!(first.request(&administrator).send().await.unwrap().status(), 200);
    app.clock.advance(TimeDelta::minutes(11));
    for row in std::iter::once(first).chain(accounts) {
        let answer = row.request(&administrator).send().await.unwrap();
        assert_eq!(answer.status(), 401, "{}", row.operation);
    }
}
