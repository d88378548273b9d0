//! Tests long polls for a change of the completion.

use std::time::{Duration, Instant};

use partner_portal_contract::{
    Environment, ProblemCode,
    users::{Role, UserChange},
};

use crate::support::{
    fixtures::sandbox_input,
    test_app::{
        EMPTY, EMPTY_ADMINISTRATOR, EMPTY_READER, EMPTY_TESTER, FIRST_TAG, IN_TWO_ACCOUNTS, LARGE,
        LARGE_ADMINISTRATOR, TestApp,
    },
    visitor::{completion, etag, problem},
};

const SANDBOX: Environment = Environment::Sandbox;

#[tokio::test]
async fn a_save_ends_a_long_poll_and_unlocks_the_portal() {
    let app = TestApp::demo().await;
    let waiting = app.signed_in(EMPTY_READER).await;
    let known = etag(waiting.completion(EMPTY, SANDBOX).await.headers());
    let wait = waiting.wait_for_completion(EMPTY, SANDBOX, &known, 25);
    let saving = app.signed_in(IN_TWO_ACCOUNTS).await;
    let save = async {
        let response = saving.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
        assert_eq!(response.status(), 200);
        Instant::now()
    };
    let (answer, saved_at) = tokio::join!(wait, save);
    assert!(saved_at.elapsed() < Duration::from_secs(2));
    assert_eq!(answer.headers()["preference-applied"], "wait=25");
    let completion = completion(answer).await;
    assert!(completion.complete);
    assert_eq!(completion.revision, 1);
}

#[tokio::test]
async fn a_change_ends_the_long_polls_of_many_sessions() {
    let app = TestApp::demo().await;
    let waiting = app.signed_in(EMPTY_READER).await;
    let known = etag(waiting.completion(EMPTY, SANDBOX).await.headers());
    let waits: Vec<_> = (0..40)
        .map(|_| {
            let (waiting, known) = (waiting.clone(), known.clone());
            tokio::spawn(async move {
                waiting.wait_for_completion(EMPTY, SANDBOX, &known, 25).await.status()
            })
        })
        .collect();
    let saving = app.signed_in(EMPTY_ADMINISTRATOR).await;
    saving.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
    let saved_at = Instant::now();
    for wait in waits {
        assert_eq!(wait.await.unwrap(), 200);
    }
    assert!(saved_at.elapsed() < Duration::from_secs(2));
}

#[tokio::test]
async fn a_long_poll_without_a_change_ends_after_the_requested_time() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_READER).await;
    let known = etag(person.completion(EMPTY, SANDBOX).await.headers());
    let began = Instant::now();
    let wait = person.wait_for_completion(EMPTY, SANDBOX, &known, 1);
    // A save of another account does not end the wait.
    let other = async {
        let other = app.signed_in(LARGE_ADMINISTRATOR).await;
        let document = other.stored(LARGE).await.contact_information;
        assert_eq!(other.save(LARGE, SANDBOX, FIRST_TAG, &document).await.status(), 200);
    };
    let (answer, ()) = tokio::join!(wait, other);
    assert_eq!(answer.status(), 304);
    assert_eq!(answer.headers()["preference-applied"], "wait=1");
    assert!(began.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn only_a_change_of_the_users_own_role_ends_a_long_poll() {
    let app = TestApp::demo().await;
    let waiting = app.signed_in(EMPTY_READER).await;
    let saving = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let known = etag(waiting.completion(EMPTY, SANDBOX).await.headers());
    let change = |user: &'static str, role| {
        let wanted = UserChange { role, replacement_user_id: None };
        let saving = saving.clone();
        async move { assert_eq!(saving.change_user(EMPTY, user, &wanted).await.status(), 200) }
    };
    let wait = waiting.wait_for_completion(EMPTY, SANDBOX, &known, 2);
    let (answer, ()) = tokio::join!(wait, change(EMPTY_TESTER, Role::Reader));
    assert_eq!(answer.status(), 304);
    let wait = waiting.wait_for_completion(EMPTY, SANDBOX, &known, 25);
    let (answer, ()) = tokio::join!(wait, change(EMPTY_READER, Role::Tester));
    assert_eq!(completion(answer).await.role, Role::Tester);
}

#[tokio::test]
async fn without_a_known_tag_the_response_is_immediate() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_READER).await;
    let answer = person.wait_for_completion(EMPTY, SANDBOX, "\"another\"", 25).await;
    assert_eq!(answer.status(), 200);
}

#[tokio::test]
async fn a_user_who_signed_out_during_a_long_poll_gets_401() {
    let app = TestApp::demo().await;
    let waiting = app.signed_in(EMPTY_READER).await;
    let known = etag(waiting.completion(EMPTY, SANDBOX).await.headers());
    let wait = waiting.wait_for_completion(EMPTY, SANDBOX, &known, 25);
    let rest = async {
        let saving = app.signed_in(EMPTY_ADMINISTRATOR).await;
        assert_eq!(waiting.sign_out().await.status(), 204);
        saving.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
    };
    let (answer, ()) = tokio::join!(wait, rest);
    problem(answer, ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn stopping_the_server_ends_long_polls() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_READER).await;
    let known = etag(person.completion(EMPTY, SANDBOX).await.headers());
    let waiting = tokio::spawn({
        let person = person.clone();
        async move { person.wait_for_completion(EMPTY, SANDBOX, &known, 25).await.status() }
    });
    // This response shows that the server received the long poll before it.
    assert_eq!(person.session().await.status(), 200);
    let began = Instant::now();
    app.stop().await;
    assert_eq!(waiting.await.unwrap(), 304);
    assert!(began.elapsed() < Duration::from_secs(5));
}
