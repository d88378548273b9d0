//! Tests which kinds of keys and algorithms are accepted.

use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::keys::{EMAIL, app, status, token};
use crate::support::{
    issuer::{KeyPair, KeyServer, RSA, claims, key_set, p256_key, rsa_key},
    test_app::EMPTY_EDITOR,
};

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
