//! Tests that a save deletes its user's draft in the same transaction, and that nothing else
//! deletes drafts.

use partner_portal_contract::{
    ContactInformationInput, Environment, ProblemCode, paths::IDEMPOTENCY_KEY_HEADER,
};

use crate::support::{
    fixtures::{sandbox_input, typed},
    test_app::{COMPLETE, EMPTY, EMPTY_EDITOR, FIRST_TAG, IN_TWO_ACCOUNTS, TestApp},
    visitor::{Visitor, field_errors, problem},
};

const SANDBOX: Environment = Environment::Sandbox;

async fn has_draft(person: &Visitor, account: &str) -> bool {
    person.kept_draft(account).await.is_some()
}

#[tokio::test]
async fn a_save_deletes_the_users_draft_of_that_account_only() {
    let app = TestApp::demo().await;
    let saver = app.signed_in(IN_TWO_ACCOUNTS).await;
    let other = app.signed_in(EMPTY_EDITOR).await;
    saver.keep_draft(EMPTY, &typed("submitted")).await;
    saver.keep_draft(COMPLETE, &typed("elsewhere")).await;
    other.keep_draft(EMPTY, &typed("still typing")).await;
    assert_eq!(saver.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await.status(), 200);
    assert!(!has_draft(&saver, EMPTY).await);
    assert!(has_draft(&saver, COMPLETE).await);
    assert_eq!(other.kept_draft(EMPTY).await.unwrap().content, "still typing");
}

#[tokio::test]
async fn a_save_without_changes_deletes_the_draft_too() {
    let app = TestApp::demo().await;
    let person = app.signed_in(IN_TWO_ACCOUNTS).await;
    person.keep_draft(COMPLETE, &typed("typed and taken back")).await;
    let same = person.stored(COMPLETE).await.contact_information;
    assert_eq!(person.save(COMPLETE, SANDBOX, FIRST_TAG, &same).await.status(), 200);
    assert!(!has_draft(&person, COMPLETE).await);
}

#[tokio::test]
async fn a_refused_save_keeps_the_draft() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    person.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
    person.keep_draft(EMPTY, &typed("kept")).await;
    let blank = ContactInformationInput::default();
    field_errors(person.save(EMPTY, SANDBOX, "\"rev-1\"", &blank).await).await;
    let stale = person.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
    problem(stale, ProblemCode::RevisionStale).await;
    assert_eq!(person.kept_draft(EMPTY).await.unwrap().content, "kept");
}

#[tokio::test]
async fn the_retry_of_a_save_keeps_a_newer_draft() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let save = || async {
        let save = person.save_request(EMPTY, SANDBOX, "\"rev-0\"");
        let save = save.header(IDEMPOTENCY_KEY_HEADER, "key-1").json(&sandbox_input());
        save.send().await.unwrap().status()
    };
    assert_eq!(save().await, 200);
    person.keep_draft(EMPTY, &typed("typed since")).await;
    assert_eq!(save().await, 200);
    assert_eq!(person.kept_draft(EMPTY).await.unwrap().content, "typed since");
}

#[tokio::test]
async fn if_the_draft_cannot_be_deleted_nothing_is_saved() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    person.keep_draft(EMPTY, &typed("kept")).await;
    app.change_database(
        "CREATE TRIGGER no_end BEFORE DELETE ON drafts BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
    .await;
    let response = person.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
    problem(response, ProblemCode::Internal).await;
    assert_eq!(person.stored(EMPTY).await.revision, 0);
    assert_eq!(person.kept_draft(EMPTY).await.unwrap().content, "kept");
}

#[tokio::test]
async fn if_the_save_fails_after_deleting_the_draft_the_draft_is_restored() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    person.keep_draft(EMPTY, &typed("kept")).await;
    // Storing the idempotency key is the last statement before the commit.
    app.change_database(
        "CREATE TRIGGER no_key BEFORE INSERT ON idempotency_keys
         BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
    .await;
    let save = person.save_request(EMPTY, SANDBOX, "\"rev-0\"");
    let save = save.header(IDEMPOTENCY_KEY_HEADER, "key-1").json(&sandbox_input());
    problem(save.send().await.unwrap(), ProblemCode::Internal).await;
    assert_eq!(person.stored(EMPTY).await.revision, 0);
    assert_eq!(person.kept_draft(EMPTY).await.unwrap().content, "kept");
}
