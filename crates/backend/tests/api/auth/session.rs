//! Tests the exchange of a bearer token for a session cookie, for pages of this origin.

use chrono::TimeDelta;
use partner_portal_contract::{Environment, ProblemCode, paths, session::Session};
use reqwest::{Method, Response, header::SET_COOKIE};

use crate::support::{
    fixtures::sandbox_input,
    issuer::{claims, hs256},
    test_app::{EMPTY, EMPTY_ADMINISTRATOR, EMPTY_EDITOR, TestApp},
    visitor::{Visitor, problem},
};

const EDITOR_EMAIL: &str = "tomasz.zielinski@example.com";

fn editor(app: &TestApp) -> Visitor {
    app.bearer(&hs256(&claims(&app.clock, "s-1", EDITOR_EMAIL)))
}

fn cookie(response: &Response) -> String {
    response.headers()[SET_COOKIE].to_str().unwrap().to_owned()
}

async fn user(visitor: &Visitor) -> String {
    visitor.session().await.json::<Session>().await.unwrap().user.id
}

#[tokio::test]
async fn a_token_is_exchanged_for_a_cookie_that_lasts_twelve_hours() {
    let app = TestApp::with_secret(&[]).await;
    let exchanged = editor(&app).request(Method::POST, "/api/v1/session").send().await.unwrap();
    assert_eq!(exchanged.status(), 204);
    let set_cookie = cookie(&exchanged);
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"] {
        assert!(set_cookie.contains(attribute), "{attribute}");
    }
    let pair = set_cookie.split(';').next().unwrap();
    let visitor = app.visitor();
    let by_cookie = || visitor.api(Method::GET, paths::SESSION).header("cookie", pair).send();
    app.clock.advance(TimeDelta::hours(12) - TimeDelta::seconds(1));
    let session: Session = by_cookie().await.unwrap().json().await.unwrap();
    assert_eq!(session.user.id, EMPTY_EDITOR, "longer than the token was valid");
    app.clock.advance(TimeDelta::seconds(1));
    problem(by_cookie().await.unwrap(), ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn only_a_token_can_be_exchanged_for_a_cookie() {
    let app = TestApp::with_secret(&["--demo"]).await;
    let post = |visitor: Visitor| async move {
        visitor.api(Method::POST, paths::SESSION).send().await.unwrap()
    };
    problem(post(app.visitor()).await, ProblemCode::SignedOut).await;
    problem(post(app.bearer("garbage")).await, ProblemCode::SignedOut).await;
    let by_cookie = app.signed_in(EMPTY_ADMINISTRATOR).await;
    problem(post(by_cookie).await, ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn signing_out_ends_the_cookie_session_and_keeps_the_token_valid() {
    let app = TestApp::with_secret(&[]).await;
    let person = editor(&app);
    let exchanged = person.api(Method::POST, paths::SESSION).send().await.unwrap();
    let pair = cookie(&exchanged).split(';').next().unwrap().to_owned();
    let visitor = app.visitor();
    let send = |method, csrf: &'static str| {
        let request = visitor.request(method, "/api/v1/session");
        request.header("cookie", &pair).header(paths::CSRF_HEADER, csrf).send()
    };
    problem(send(Method::DELETE, "0").await.unwrap(), ProblemCode::CsrfHeaderMissing).await;
    assert_eq!(send(Method::GET, "1").await.unwrap().status(), 200);
    let ended = send(Method::DELETE, "1").await.unwrap();
    assert_eq!(ended.status(), 204);
    assert!(cookie(&ended).contains("Max-Age=0"));
    problem(send(Method::GET, "1").await.unwrap(), ProblemCode::SignedOut).await;
    assert_eq!(person.session().await.status(), 200);
    // Signing out without a session is not an error.
    let nothing = app.visitor().api(Method::DELETE, paths::SESSION).send().await.unwrap();
    assert_eq!(nothing.status(), 204);
}

#[tokio::test]
async fn the_cookie_is_secure_if_the_page_or_the_public_address_uses_https() {
    for (public_url, origin, is_secure) in [
        ("http://127.0.0.1:8080/portal/", None, false),
        ("http://127.0.0.1:8080/portal/", Some("https://partners.example.com"), true),
        ("https://partners.example.com/portal/", None, true),
        ("https://partners.example.com/portal/", Some("http://127.0.0.1:8080"), true),
    ] {
        let app = TestApp::with_secret(&["--public-url", public_url]).await;
        let mut request = editor(&app).api(Method::POST, paths::SESSION);
        if let Some(origin) = origin {
            request = request.header("origin", origin);
        }
        let set_cookie = cookie(&request.send().await.unwrap());
        assert_eq!(set_cookie.ends_with("; Secure"), is_secure, "{public_url} {origin:?}");
    }
}

#[tokio::test]
async fn a_write_with_a_token_needs_no_csrf_header() {
    let app = TestApp::with_secret(&["--demo"]).await;
    let path = paths::save_contact_information(EMPTY, Environment::Sandbox);
    let save = |visitor: &Visitor| {
        let request = visitor.request(Method::PUT, &format!("/api/v1{path}"));
        request.header("if-match", "\"rev-0\"").json(&sandbox_input()).send()
    };
    let by_cookie = app.signed_in(EMPTY_ADMINISTRATOR).await;
    problem(save(&by_cookie).await.unwrap(), ProblemCode::CsrfHeaderMissing).await;
    assert_eq!(save(&editor(&app)).await.unwrap().status(), 200);
}

#[tokio::test]
async fn a_token_takes_precedence_over_a_cookie() {
    let app = TestApp::with_secret(&["--demo"]).await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    assert_eq!(user(&administrator).await, EMPTY_ADMINISTRATOR);
    let token = hs256(&claims(&app.clock, "s-1", EDITOR_EMAIL));
    let with = |token: String| {
        let request = administrator.api(Method::GET, paths::SESSION);
        request.header("authorization", format!("Bearer {token}")).send()
    };
    let session: Session = with(token).await.unwrap().json().await.unwrap();
    assert_eq!(session.user.id, EMPTY_EDITOR);
    problem(with("garbage".to_owned()).await.unwrap(), ProblemCode::SignedOut).await;
    assert_eq!(user(&administrator).await, EMPTY_ADMINISTRATOR);
}

#[tokio::test]
async fn token_exchanges_count_as_sign_in_attempts() {
    let app = TestApp::with_secret(&["--sign-ins-per-minute", "2"]).await;
    for _ in 0..2 {
        let failed = app.bearer("garbage").api(Method::POST, paths::SESSION).send().await.unwrap();
        assert_eq!(failed.status(), 401);
    }
    let limited = editor(&app).api(Method::POST, paths::SESSION).send().await.unwrap();
    problem(limited, ProblemCode::RateLimited).await;
}

#[tokio::test]
async fn a_long_poll_ends_when_its_token_has_expired() {
    let app = TestApp::with_secret(&["--demo"]).await;
    let person = editor(&app);
    let first = person.completion(EMPTY, Environment::Sandbox).await;
    let known = crate::support::visitor::etag(first.headers());
    let waiting = tokio::spawn(async move {
        person.wait_for_completion(EMPTY, Environment::Sandbox, &known, 25).await
    });
    // Each save wakes the long poll. The loop ends when the long poll has started and was woken.
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    app.clock.advance(TimeDelta::minutes(30));
    let mut tag = "\"rev-0\"".to_owned();
    while !waiting.is_finished() {
        let saved = administrator.save(EMPTY, Environment::Sandbox, &tag, &sandbox_input()).await;
        tag = crate::support::visitor::etag(saved.headers());
    }
    problem(waiting.await.unwrap(), ProblemCode::SignedOut).await;
}
