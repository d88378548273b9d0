//! Tests the required claims of a token and their times.

use chrono::TimeDelta;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use partner_portal_backend::clock::Clock;
use partner_portal_contract::ProblemCode;
use reqwest::{Response, header::WWW_AUTHENTICATE};
use serde_json::{Value, json};

use crate::support::{
    issuer::{AUDIENCE, ISSUER, SECRET, claims, hs256},
    test_app::{EMPTY_EDITOR, TestApp},
    visitor::problem,
};

const EMAIL: &str = "tomasz.zielinski@example.com";

async fn answer(app: &TestApp, claims: &Value) -> Response {
    app.bearer(&hs256(claims)).session().await
}

async fn accepted(app: &TestApp, claims: &Value) -> bool {
    answer(app, claims).await.status() == 200
}

async fn refused(response: Response) {
    assert_eq!(response.headers()[WWW_AUTHENTICATE], "Bearer error=\"invalid_token\"");
    let problem = problem(response, ProblemCode::SignedOut).await;
    assert_eq!(problem.title, "Unauthorized");
    assert!(problem.errors.is_empty());
}

#[tokio::test]
async fn a_valid_token_identifies_its_person() {
    let app = TestApp::with_secret(&[]).await;
    let session: Value =
        answer(&app, &claims(&app.clock, "s-1", EMAIL)).await.json().await.unwrap();
    assert_eq!(session["user"]["id"], EMPTY_EDITOR);
}

#[tokio::test]
async fn a_wrong_or_missing_claim_is_refused_without_details() {
    let app = TestApp::with_secret(&[]).await;
    let right = claims(&app.clock, "s-1", EMAIL);
    for (claim, values) in [
        (
            "iss",
            vec![
                json!("https://id.example.org/"),
                json!("https://id.example.com"),
                json!([ISSUER]),
            ],
        ),
        (
            "aud",
            vec![json!("another"), json!(["another", "third"]), json!([]), json!({}), json!("")],
        ),
        ("sub", vec![json!(""), json!(7), json!("s".repeat(256))]),
        ("exp", vec![json!("tomorrow"), json!(-1), json!({})]),
        ("nbf", vec![json!("yesterday")]),
    ] {
        let mut missing = right.clone();
        missing.as_object_mut().unwrap().remove(claim);
        if claim != "nbf" {
            refused(answer(&app, &missing).await).await;
        }
        for value in values {
            let mut wrong = right.clone();
            wrong[claim] = value;
            refused(answer(&app, &wrong).await).await;
        }
    }
    assert!(accepted(&app, &right).await);
}

#[tokio::test]
async fn the_audience_may_be_one_of_several() {
    let app = TestApp::with_secret(&[]).await;
    let mut several = claims(&app.clock, "s-1", EMAIL);
    several["aud"] = json!(["another", AUDIENCE]);
    assert!(accepted(&app, &several).await);
}

#[tokio::test]
async fn the_clocks_may_differ_by_a_minute_at_most() {
    let app = TestApp::with_secret(&[]).await;
    let now = app.clock.now().timestamp();
    let at = |claim: &str, seconds: Value| {
        let mut claims = claims(&app.clock, "s-1", EMAIL);
        claims[claim] = seconds;
        claims
    };
    for (claim, seconds, is_accepted) in [
        ("exp", json!(now - 59), true),
        ("exp", json!(now - 60), false),
        ("exp", json!(now - 61), false),
        ("nbf", json!(now + 60), true),
        ("nbf", json!(now + 61), false),
        // The times may have fractions of a second.
        ("exp", json!(f64::from(u32::try_from(now).unwrap()) - 59.5), true),
        ("exp", json!(f64::from(u32::try_from(now).unwrap()) - 60.5), false),
    ] {
        assert_eq!(
            accepted(&app, &at(claim, seconds.clone())).await,
            is_accepted,
            "{claim} {seconds}"
        );
    }
}

#[tokio::test]
async fn a_token_expires_by_the_servers_clock() {
    let app = TestApp::with_secret(&[]).await;
    let person = app.bearer(&hs256(&claims(&app.clock, "s-1", EMAIL)));
    assert_eq!(person.session().await.status(), 200);
    app.clock.advance(TimeDelta::seconds(659));
    assert_eq!(person.session().await.status(), 200);
    app.clock.advance(TimeDelta::seconds(1));
    refused(person.session().await).await;
}

#[tokio::test]
async fn a_foreign_or_malformed_token_is_refused() {
    let app = TestApp::with_secret(&[]).await;
    let claims = claims(&app.clock, "s-1", EMAIL);
    let right = hs256(&claims);
    let sign = |header: &Header, secret: &[u8]| {
        encode(header, &claims, &EncodingKey::from_secret(secret)).unwrap()
    };
    let [header, payload, signature] =
        right.split('.').collect::<Vec<_>>().try_into().expect("three parts");
    let part = |value: &Value| {
        use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
        URL_SAFE_NO_PAD.encode(value.to_string())
    };
    let critical = Header { crit: Some(vec!["exp".into()]), ..Header::new(Algorithm::HS256) };
    for token in [
        String::new(),
        "garbage".to_owned(),
        "a.b.c".to_owned(),
        format!("{header}.{payload}"),
        format!("{header}.{payload}."),
        format!("{right}.{signature}"),
        format!("{}.{payload}.", part(&json!({"alg": "none", "typ": "JWT"}))),
        format!("{}.{payload}.{signature}", part(&json!({"alg": "None"}))),
        format!("{header}.{}.{signature}", part(&json!({"sub": "s-2"}))),
        sign(&Header::new(Algorithm::HS256), b"another secret of the same length"),
        sign(&Header::new(Algorithm::HS384), SECRET),
        sign(&Header::new(Algorithm::HS512), SECRET),
        sign(&critical, SECRET),
        "x".repeat(20_000),
    ] {
        refused(app.bearer(&token).session().await).await;
    }
    assert_eq!(app.bearer(&right).session().await.status(), 200);
}

#[tokio::test]
async fn a_request_without_configured_keys_or_with_two_tokens_is_refused() {
    let app = TestApp::demo().await;
    let claims = claims(&app.clock, "s-1", EMAIL);
    refused(app.bearer(&hs256(&claims)).session().await).await;
    let app = TestApp::with_secret(&[]).await;
    let token = hs256(&claims);
    let value = format!("Bearer {token}");
    let twice = app.visitor().api(reqwest::Method::GET, "/session");
    let twice = twice.header("authorization", &value).header("authorization", &value);
    refused(twice.send().await.unwrap()).await;
    // Another scheme is ignored, because a proxy in front of this server may use it.
    let basic = app.visitor().api(reqwest::Method::GET, "/session");
    let answer = basic.header("authorization", "Basic dTpw").send().await.unwrap();
    assert!(!answer.headers().contains_key(WWW_AUTHENTICATE));
    problem(answer, ProblemCode::SignedOut).await;
    // The name of the scheme is case-insensitive.
    let lower = app.visitor().api(reqwest::Method::GET, "/session");
    let answer = lower.header("authorization", format!("bearer {token}")).send().await.unwrap();
    assert_eq!(answer.status(), 200);
}
