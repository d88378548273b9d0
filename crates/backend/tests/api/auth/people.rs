//! Tests which person a token's subject belongs to.

use partner_portal_contract::{
    ProblemCode, paths,
    session::Session,
    users::{NewUserInput, Role},
};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{
    issuer::{claims, hs256},
    test_app::{EMPTY, EMPTY_EDITOR, TestApp},
    visitor::problem,
};

const EDITOR_EMAIL: &str = "tomasz.zielinski@example.com";

async fn who(app: &TestApp, claims: &Value) -> Option<String> {
    let answer = app.bearer(&hs256(claims)).session().await;
    if answer.status() == 401 {
        problem(answer, ProblemCode::SignedOut).await;
        return None;
    }
    Some(answer.json::<Session>().await.unwrap().user.id)
}

#[tokio::test]
async fn a_new_subject_is_found_by_its_verified_address_in_any_case() {
    for email in [EDITOR_EMAIL, "Tomasz.ZIELINSKI@Example.com"] {
        let app = TestApp::with_secret(&[]).await;
        let found = who(&app, &claims(&app.clock, "s-1", email)).await;
        assert_eq!(found.as_deref(), Some(EMPTY_EDITOR), "{email}");
    }
}

#[tokio::test]
async fn an_unverified_address_finds_no_person() {
    let app = TestApp::with_secret(&[]).await;
    for verified in [json!(false), json!("true"), json!(1), json!(null)] {
        let mut unverified = claims(&app.clock, "s-1", EDITOR_EMAIL);
        unverified["email_verified"] = verified;
        assert_eq!(who(&app, &unverified).await, None);
    }
    for email in [json!(null), json!(["tomasz.zielinski@example.com"]), json!("not an address")] {
        let mut without = claims(&app.clock, "s-1", "");
        without["email"] = email;
        assert_eq!(who(&app, &without).await, None);
    }
    assert_eq!(who(&app, &claims(&app.clock, "s-1", "unknown@example.com")).await, None);
}

#[tokio::test]
async fn a_linked_subject_keeps_its_person_when_the_address_changes() {
    let app = TestApp::with_secret(&[]).await;
    who(&app, &claims(&app.clock, "s-1", EDITOR_EMAIL)).await.unwrap();
    for email in ["tz@example.com", "giulia.conti@example.com"] {
        let found = who(&app, &claims(&app.clock, "s-1", email)).await;
        assert_eq!(found.as_deref(), Some(EMPTY_EDITOR), "the subject counts, not {email}");
    }
    let mut without = claims(&app.clock, "s-1", "");
    without.as_object_mut().unwrap().retain(|claim, _| !claim.starts_with("email"));
    assert_eq!(who(&app, &without).await.as_deref(), Some(EMPTY_EDITOR));
}

#[tokio::test]
async fn the_next_owner_of_an_address_does_not_become_its_former_owner() {
    let app = TestApp::with_secret(&[]).await;
    who(&app, &claims(&app.clock, "s-1", EDITOR_EMAIL)).await.unwrap();
    assert_eq!(who(&app, &claims(&app.clock, "s-2", EDITOR_EMAIL)).await, None);
    assert_eq!(who(&app, &claims(&app.clock, "S-1", EDITOR_EMAIL)).await, None);
}

#[tokio::test]
async fn concurrent_first_requests_find_the_same_person() {
    let app = TestApp::with_secret(&[]).await;
    let claims = claims(&app.clock, "s-1", EDITOR_EMAIL);
    let all = (0..8).map(|_| who(&app, &claims));
    for found in futures_util::future::join_all(all).await {
        assert_eq!(found.as_deref(), Some(EMPTY_EDITOR));
    }
}

#[tokio::test]
async fn a_removed_user_cannot_sign_in_until_invited_again() {
    let app = TestApp::with_secret(&["--demo"]).await;
    let manager = app.signed_in(crate::support::test_app::EMPTY_ADMINISTRATOR).await;
    let token = claims(&app.clock, "s-1", EDITOR_EMAIL);
    who(&app, &token).await.unwrap();
    let remove = manager.api(Method::DELETE, &paths::user(EMPTY, EMPTY_EDITOR));
    assert_eq!(remove.send().await.unwrap().status(), 204);
    assert_eq!(who(&app, &token).await, None);
    problem(app.bearer(&hs256(&token)).account(EMPTY).await, ProblemCode::SignedOut).await;
    let again = NewUserInput {
        name: "Tomasz".to_owned(),
        email: EDITOR_EMAIL.to_owned(),
        role: Some(Role::Reader),
        ..NewUserInput::default()
    };
    let invite = manager.api(Method::POST, &format!("/accounts/{EMPTY}/users")).json(&again);
    assert_eq!(invite.send().await.unwrap().status(), 201);
    assert!(who(&app, &token).await.is_some());
}

#[tokio::test]
async fn an_address_that_only_looks_like_a_known_one_finds_no_person() {
    let app = TestApp::with_secret(&[]).await;
    for email in ["\u{212A}enji.watanabe@example.org", "ｋenji.watanabe@example.org"] {
        assert_eq!(who(&app, &claims(&app.clock, "s-1", email)).await, None, "{email}");
    }
    let found = who(&app, &claims(&app.clock, "s-1", "KENJI.Watanabe@example.org")).await;
    assert_eq!(found.as_deref(), Some("usr_kenji_watanabe"));
}
