//! Tests the session cookie: its name, its replacement, and the pages that may write with it.

use partner_portal_contract::{Environment, ProblemCode, paths};
use reqwest::{
    Method, Response,
    header::{COOKIE, HOST, ORIGIN, SET_COOKIE},
};

use crate::support::{
    fixtures::sandbox_input,
    issuer::{claims, hs256},
    test_app::{EMPTY, EMPTY_ADMINISTRATOR, EMPTY_READER, TestApp},
    visitor::{Visitor, problem},
};

const PUBLIC: &str = "https://partners.example.com";

/// Returns the cookie's name and value.
fn pair(response: &Response) -> String {
    let cookie = response.headers()[SET_COOKIE].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

async fn session_with(app: &TestApp, cookie: &str) -> Response {
    app.visitor().api(Method::GET, paths::SESSION).header(COOKIE, cookie).send().await.unwrap()
}

async fn exchange(app: &TestApp, subject: &str, cookie: &str) -> String {
    let token = hs256(&claims(&app.clock, subject, "tomasz.zielinski@example.com"));
    let request = app.bearer(&token).api(Method::POST, paths::SESSION).header(COOKIE, cookie);
    pair(&request.send().await.unwrap())
}

#[tokio::test]
async fn a_page_of_another_host_cannot_set_the_cookie_of_a_secure_portal() {
    let app = TestApp::with_secret(&["--public-url", &format!("{PUBLIC}/portal/")]).await;
    let cookie = exchange(&app, "s-1", "").await;
    let plain = cookie.strip_prefix("__Host-").expect("the prefix that browsers enforce");
    assert_eq!(session_with(&app, &cookie).await.status(), 200);
    problem(session_with(&app, plain).await, ProblemCode::SignedOut).await;
    let both = format!("{}=planted; {cookie}", plain.split_once('=').unwrap().0);
    assert_eq!(session_with(&app, &both).await.status(), 200);
}

#[tokio::test]
async fn the_demo_works_over_plain_http_with_a_plain_cookie() {
    let app = TestApp::demo().await;
    let signed_in = app.visitor().sign_in(EMPTY_ADMINISTRATOR).await;
    assert!(pair(&signed_in).starts_with("partner_portal_session="));
    assert!(!signed_in.headers()[SET_COOKIE].to_str().unwrap().contains("Secure"));
    assert_eq!(session_with(&app, &pair(&signed_in)).await.status(), 200);
}

#[tokio::test]
async fn signing_in_again_ends_the_session_of_the_sent_cookie() {
    let app = TestApp::demo().await;
    let visitor = app.visitor();
    let first = pair(&visitor.sign_in(EMPTY_ADMINISTRATOR).await);
    let second = pair(&visitor.sign_in(EMPTY_READER).await);
    problem(session_with(&app, &first).await, ProblemCode::SignedOut).await;
    assert_eq!(session_with(&app, &second).await.status(), 200);

    let app = TestApp::with_secret(&[]).await;
    let first = exchange(&app, "s-1", "").await;
    let second = exchange(&app, "s-1", &first).await;
    problem(session_with(&app, &first).await, ProblemCode::SignedOut).await;
    // The user's session in another browser continues.
    exchange(&app, "s-1", "").await;
    assert_eq!(session_with(&app, &second).await.status(), 200);
}

#[tokio::test]
async fn a_page_of_another_origin_cannot_write_with_the_cookie() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let own = format!("http://{}", app.host());
    for (name, value) in [
        (ORIGIN.as_str(), "https://evil.example"),
        (ORIGIN.as_str(), "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        for (method, path) in [
            (Method::POST, paths::DEMO_SESSION.to_owned()),
            (Method::DELETE, paths::SESSION.to_owned()),
            (Method::PUT, paths::save_contact_information(EMPTY, Environment::Sandbox)),
            (Method::POST, paths::reminders(EMPTY, Environment::Sandbox)),
        ] {
            let refused = person.api(method, &path).header(name, value).send().await.unwrap();
            problem(refused, ProblemCode::ForeignOrigin).await;
        }
    }
    let save = |tag: &str, name: &'static str, value: String| {
        let request = person.save_request(EMPTY, Environment::Sandbox, tag);
        request.header(name, value).json(&sandbox_input()).send()
    };
    let saved = save("\"rev-0\"", "origin", own).await.unwrap();
    assert_eq!(saved.status(), 200);
    let tag = crate::support::visitor::etag(saved.headers());
    assert_eq!(save(&tag, "sec-fetch-site", "same-origin".to_owned()).await.unwrap().status(), 200);
}

#[tokio::test]
async fn the_public_address_counts_as_own_origin_behind_a_proxy() {
    let app = TestApp::start(&["--demo", "--public-url", &format!("{PUBLIC}/portal/")]).await;
    let sign_in = |visitor: Visitor, origin: &'static str| {
        let body = serde_json::json!({"user_id": EMPTY_READER});
        let request = visitor.api(Method::POST, paths::DEMO_SESSION).header(HOST, "backend:8080");
        request.header(ORIGIN, origin).json(&body).send()
    };
    assert_eq!(sign_in(app.visitor(), PUBLIC).await.unwrap().status(), 204);
    let other = sign_in(app.visitor(), "https://partners.example.com:8443").await.unwrap();
    problem(other, ProblemCode::ForeignOrigin).await;
}

#[tokio::test]
async fn a_page_of_an_allowed_origin_can_write_with_a_token() {
    let app = TestApp::with_secret(&["--allowed-origin", "https://shop.example.com"]).await;
    let token = hs256(&claims(&app.clock, "s-1", "tomasz.zielinski@example.com"));
    let request = app.bearer(&token).save_request(EMPTY, Environment::Sandbox, "\"rev-0\"");
    let request = request.header(ORIGIN, "https://shop.example.com");
    let saved = request.header("sec-fetch-site", "cross-site").json(&sandbox_input()).send().await;
    assert_eq!(saved.unwrap().status(), 200);
}
