//! Tests which keys of the issuer are accepted, and how they change while the server runs.

use chrono::TimeDelta;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use partner_portal_contract::ProblemCode;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::{
    issuer::{KeyPair, KeyServer, RSA, claims, key_set, p256_key, rsa_key},
    test_app::{EMPTY_EDITOR, TestApp},
    visitor::problem,
};

const EMAIL: &str = "tomasz.zielinski@example.com";

async fn app(url: &str) -> TestApp {
    TestApp::with_keys_at(url).await
}

fn token(app: &TestApp, key: &KeyPair) -> String {
    key.sign(&claims(&app.clock, "s-1", EMAIL))
}

async fn status(app: &TestApp, token: &str) -> u16 {
    app.bearer(token).session().await.status().as_u16()
}

#[tokio::test]
async fn rs256_and_es256_tokens_identify_their_person() {
    let curve = p256_key("ec-1");
    let server = KeyServer::start(&[&RSA[0], &curve]).await;
    let app = app(&server.url).await;
    for key in [&RSA[0], &curve] {
        let answer = app.bearer(&token(&app, key)).session().await;
        let session: Value = answer.json().await.unwrap();
        assert_eq!(session["user"]["id"], EMPTY_EDITOR);
    }
    assert_eq!(server.asked(), 1);
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

#[tokio::test]
async fn weak_keys_and_keys_for_other_uses_are_skipped() {
    let weak = rsa_key("weak", 1024);
    let mut encrypts = RSA[1].clone();
    encrypts.public["use"] = "enc".into();
    let mut other_algorithm = p256_key("ec-1");
    other_algorithm.public["alg"] = "ES384".into();
    let mut broken = p256_key("ec-2");
    broken.public["x"] = "AAAA".into();
    let keys = [&weak, &encrypts, &other_algorithm, &broken, &RSA[0]];
    let mut set: Value = serde_json::from_str(&key_set(&keys)).unwrap();
    set["keys"].as_array_mut().unwrap().extend([json!(7), json!({"kty": "oct", "k": "AA"})]);
    let server = KeyServer::start(&[]).await;
    server.answer_with(StatusCode::OK, set.to_string());
    let app = app(&server.url).await;
    for key in [&weak, &encrypts, &other_algorithm, &broken] {
        assert_eq!(status(&app, &token(&app, key)).await, 401, "{}", key.id);
    }
    assert_eq!(status(&app, &token(&app, &RSA[0])).await, 200);
}

#[tokio::test]
async fn a_token_without_a_key_id_needs_a_set_with_one_key_of_its_algorithm() {
    let curve = p256_key("ec-1");
    let server = KeyServer::start(&[&RSA[0], &RSA[1], &curve]).await;
    let app = app(&server.url).await;
    let without_id = |key: &KeyPair| {
        key.sign_with(&Header::new(key.algorithm), &claims(&app.clock, "s-1", EMAIL))
    };
    assert_eq!(status(&app, &without_id(&curve)).await, 200);
    assert_eq!(status(&app, &without_id(&RSA[0])).await, 401, "two keys match");
}

#[tokio::test]
async fn the_token_does_not_choose_its_algorithm() {
    let server = KeyServer::start(&[&RSA[0]]).await;
    let app = app(&server.url).await;
    let claims = claims(&app.clock, "s-1", EMAIL);
    // The public key is used as a shared secret.
    let modulus = RSA[0].public["n"].as_str().unwrap();
    for secret in [modulus.to_owned(), key_set(&[&RSA[0]])] {
        let header = Header { kid: Some("rsa-1".to_owned()), ..Header::new(Algorithm::HS256) };
        let forged =
            encode(&header, &claims, &EncodingKey::from_secret(secret.as_bytes())).unwrap();
        assert_eq!(status(&app, &forged).await, 401);
    }
    for algorithm in [Algorithm::RS384, Algorithm::RS512, Algorithm::PS256] {
        let header = Header { kid: Some("rsa-1".to_owned()), ..Header::new(algorithm) };
        assert_eq!(status(&app, &RSA[0].sign_with(&header, &claims)).await, 401, "{algorithm:?}");
    }
    // Signed with a different key under a known id.
    let header = RSA[0].header();
    assert_eq!(status(&app, &RSA[1].sign_with(&header, &claims)).await, 401);
    assert_eq!(status(&app, &RSA[0].sign(&claims)).await, 200);
}
