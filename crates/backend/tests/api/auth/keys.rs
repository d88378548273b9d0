//! Tests how the keys of the issuer change while the server runs.

use chrono::TimeDelta;
use partner_portal_contract::ProblemCode;
use reqwest::StatusCode;
use serde_json::json;

use crate::support::{
    issuer::{KeyPair, KeyServer, RSA, claims, key_set, p256_key},
    test_app::TestApp,
    visitor::problem,
};

pub(super) const EMAIL: &str = "tomasz.zielinski@example.com";

pub(super) async fn app(url: &str) -> TestApp {
    TestApp::with_keys_at(url).await
}

pub(super) fn token(app: &TestApp, key: &KeyPair) -> String {
    key.sign(&claims(&app.clock, "s-1", EMAIL))
}

pub(super) async fn status(app: &TestApp, token: &str) -> u16 {
    app.bearer(token).session().await.status().as_u16()
}

#[tokio::test]
async fn a_token_with_a_new_key_causes_a_fetch_at_most_every_ten_seconds() {
    let server = KeyServer::start(&[&RSA[0]]).await;
    let app = app(&server.url).await;
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
    server.publish(&[&RSA[0], &RSA[1]]);
    app.clock.advance(TimeDelta::seconds(9));
    assert_eq!(status(&app, &token(&app, &RSA[1])).await, 401);
    assert_eq!(server.asked(), 1, "the last fetch was less than ten seconds ago");
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(status(&app, &token(&app, &RSA[1])).await, 200);
    assert_eq!(server.asked(), 2);
    // Unknown key ids do not cause further fetches.
    let stranger = p256_key("made-up");
    for _ in 0..3 {
        assert_eq!(status(&app, &token(&app, &stranger)).await, 401);
    }
    assert_eq!(server.asked(), 2);
}

#[tokio::test]
async fn a_rotated_key_is_accepted_within_ten_seconds_despite_unknown_key_ids() {
    let server = KeyServer::start(&[&RSA[0]]).await;
    let app = app(&server.url).await;
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
    app.clock.advance(TimeDelta::seconds(10));
    let stranger = p256_key("made-up");
    assert_eq!(status(&app, &token(&app, &stranger)).await, 401);
    // The new key is published right after the fetch that the unknown key id caused.
    server.publish(&[&RSA[0], &RSA[1]]);
    for _ in 0..10 {
        app.clock.advance(TimeDelta::seconds(1));
        assert_eq!(status(&app, &token(&app, &stranger)).await, 401);
    }
    assert_eq!(status(&app, &token(&app, &RSA[1])).await, 200);
    assert_eq!(server.asked(), 3);
}

#[tokio::test]
async fn a_new_key_is_accepted_after_the_clock_was_set_back() {
    let server = KeyServer::start(&[&RSA[0]]).await;
    let app = app(&server.url).await;
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
    app.clock.set_back(TimeDelta::days(1));
    server.publish(&[&RSA[1]]);
    app.clock.advance(TimeDelta::seconds(10));
    assert_eq!(status(&app, &token(&app, &RSA[1])).await, 200);
}

#[tokio::test]
async fn a_withdrawn_key_in_use_is_refused_after_ten_minutes() {
    let server = KeyServer::start(&[&RSA[0], &RSA[1]]).await;
    let app = app(&server.url).await;
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
    server.publish(&[&RSA[1]]);
    app.clock.advance(TimeDelta::seconds(599));
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200, "the fetch is not awaited");
    server.is_asked(2).await;
    while status(&app, &token(&app, &RSA[0])).await != 401 {
        tokio::task::yield_now().await;
    }
    assert_eq!(status(&app, &token(&app, &RSA[1])).await, 200);
    assert_eq!(server.asked(), 2);
}

#[tokio::test]
async fn a_withdrawn_key_without_use_is_refused_after_an_hour() {
    let server = KeyServer::start(&[&RSA[0], &RSA[1]]).await;
    let app = app(&server.url).await;
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
    server.publish(&[&RSA[1]]);
    app.clock.advance(TimeDelta::hours(1));
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 401);
    assert_eq!(status(&app, &token(&app, &RSA[1])).await, 200);
}

#[tokio::test]
async fn known_keys_stay_valid_for_an_hour_while_the_issuer_fails() {
    let server = KeyServer::start(&[&RSA[0]]).await;
    let app = app(&server.url).await;
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
    for (times, (status_code, body)) in [
        (StatusCode::INTERNAL_SERVER_ERROR, String::new()),
        (StatusCode::OK, "<html>maintenance</html>".to_owned()),
        (StatusCode::OK, json!({ "keys": [] }).to_string()),
        (StatusCode::FOUND, String::new()),
    ]
    .into_iter()
    .enumerate()
    {
        server.answer_with(status_code, body);
        app.clock.advance(TimeDelta::minutes(10));
        for _ in 0..2 {
            assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
        }
        server.is_asked(times + 2).await;
        assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
        assert_eq!(server.asked(), times + 2, "the next attempt is ten seconds away");
    }
    drop(server);
    app.clock.advance(TimeDelta::seconds(20 * 60 - 1));
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
    app.clock.advance(TimeDelta::seconds(1));
    let answer = app.bearer(&token(&app, &RSA[0])).session().await;
    problem(answer, ProblemCode::Unavailable).await;
}

#[tokio::test]
async fn a_silent_issuer_delays_no_request_until_its_keys_expire() {
    let server = KeyServer::start(&[&RSA[0]]).await;
    let app = app(&server.url).await;
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
    server.fall_silent();
    app.clock.advance(TimeDelta::minutes(59));
    let began = std::time::Instant::now();
    for _ in 0..3 {
        assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
    }
    assert!(began.elapsed() < std::time::Duration::from_secs(4), "the fetch takes 5 s");
    app.clock.advance(TimeDelta::minutes(1));
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 503);
}

#[tokio::test]
async fn before_the_first_key_a_token_gets_503_and_not_401() {
    let unused = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = unused.local_addr().unwrap();
    drop(unused);
    let app = app(&format!("http://{address}/jwks")).await;
    let answer = app.bearer(&token(&app, &RSA[0])).session().await;
    problem(answer, ProblemCode::Unavailable).await;
    let _server = KeyServer::start_at(address, &[&RSA[0]]).await;
    app.clock.advance(TimeDelta::seconds(5));
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
}

#[tokio::test]
async fn a_huge_key_set_and_a_redirected_one_are_refused() {
    let server = KeyServer::start(&[&RSA[0]]).await;
    let huge =
        key_set(&[&RSA[0]]).replacen('{', &format!("{{\"x\":\"{}\",", "x".repeat(300_000)), 1);
    server.answer_with(StatusCode::OK, huge);
    let app = app(&server.url).await;
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 503);
    server.answer_with(StatusCode::FOUND, String::new());
    app.clock.advance(TimeDelta::seconds(5));
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 503);
    server.publish(&[&RSA[0]]);
    app.clock.advance(TimeDelta::seconds(5));
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
}

#[tokio::test]
async fn many_concurrent_requests_cause_one_fetch() {
    let server = KeyServer::start(&[&RSA[0]]).await;
    let app = app(&server.url).await;
    let token = token(&app, &RSA[0]);
    let all = (0..20).map(|_| status(&app, &token));
    for status in futures_util::future::join_all(all).await {
        assert_eq!(status, 200);
    }
    assert_eq!(server.asked(), 1);
}
