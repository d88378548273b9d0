//! Tests removing users from an account.

use chrono::TimeDelta;
use partner_portal_contract::{
    Environment, ProblemCode,
    session::Session,
    users::{Role, UsersPage},
};

use crate::support::{
    fixtures::{named, newcomer, role, sandbox_input, typed},
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_EDITOR, EMPTY_INVITED,
        EMPTY_READER, IN_TWO_ACCOUNTS, TestApp,
    },
    users::{invited, user},
    visitor::{completion, etag, problem},
};

const SANDBOX: Environment = Environment::Sandbox;

#[tokio::test]
async fn a_removed_user_is_signed_out_at_once_and_their_long_poll_ends() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let reader = app.signed_in(EMPTY_READER).await;
    let known = etag(reader.completion(EMPTY, SANDBOX).await.headers());
    let wait = reader.wait_for_completion(EMPTY, SANDBOX, &known, 25);
    let remove = administrator.remove_user(EMPTY, EMPTY_READER, None);
    let (answer, removed) = tokio::join!(wait, remove);
    assert_eq!(removed.status(), 204);
    problem(answer, ProblemCode::SignedOut).await;
    problem(reader.session().await, ProblemCode::SignedOut).await;
    problem(app.visitor().sign_in(EMPTY_READER).await, ProblemCode::NotFound).await;
    assert_eq!(user(&administrator, EMPTY, EMPTY_READER).await, None);
    let again = administrator.remove_user(EMPTY, EMPTY_READER, None).await;
    problem(again, ProblemCode::NotFound).await;
}

#[tokio::test]
async fn a_removed_user_keeps_their_other_account() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let person = app.signed_in(IN_TWO_ACCOUNTS).await;
    person.keep_draft(EMPTY, &typed("half")).await;
    let known = etag(person.completion(EMPTY, SANDBOX).await.headers());
    let wait = person.wait_for_completion(EMPTY, SANDBOX, &known, 25);
    let remove = administrator.remove_user(EMPTY, IN_TWO_ACCOUNTS, None);
    let (answer, removed) = tokio::join!(wait, remove);
    assert_eq!(removed.status(), 204);
    problem(answer, ProblemCode::NotFound).await;
    let session: Session = person.session().await.json().await.unwrap();
    assert_eq!(session.accounts.len(), 1);
    assert_eq!(session.accounts[0].id, COMPLETE);
    // A user who returns keeps their name, but not their earlier draft.
    let input = named("Another", "maya.lindqvist@example.com", Role::Editor);
    invited(administrator.add_user(EMPTY, &input).await).await;
    person.accept_all().await;
    let back = user(&administrator, EMPTY, IN_TWO_ACCOUNTS).await.unwrap();
    assert_eq!(back.name, "Maya Lindqvist");
    assert_eq!(person.kept_draft(EMPTY).await, None);
}

#[tokio::test]
async fn an_expired_invitation_keeps_no_session_alive() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let other = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let input = named("Noa", "noa.bendavid@example.com", Role::Reader);
    invited(other.add_user(COMPLETE, &input).await).await;
    app.clock.advance(TimeDelta::days(14));
    problem(administrator.session().await, ProblemCode::SignedOut).await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let reader = app.signed_in(EMPTY_READER).await;
    administrator.remove_user(EMPTY, EMPTY_READER, None).await;
    problem(reader.account(EMPTY).await, ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn the_history_keeps_the_saves_of_a_removed_user() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let editor = app.signed_in(EMPTY_EDITOR).await;
    editor.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
    assert_eq!(administrator.remove_user(EMPTY, EMPTY_EDITOR, None).await.status(), 204);
    let stored = administrator.stored(EMPTY).await;
    assert_eq!(stored.updated_by.unwrap().name, "Tomasz Zieliński");
    assert_eq!(administrator.revisions(EMPTY, "").await.status(), 200);
    let input = named("T", "tomasz.zielinski@example.com", Role::Reader);
    let back = invited(administrator.add_user(EMPTY, &input).await).await.user;
    app.joined(&back.id).await;
    let back = user(&administrator, EMPTY, EMPTY_EDITOR).await.unwrap();
    assert_eq!(back.name, "Tomasz Zieliński");
}

#[tokio::test]
async fn the_last_active_administrator_cannot_be_removed() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    person.change_user(EMPTY, EMPTY_INVITED, &role(Role::Administrator)).await;
    assert_eq!(person.remove_user(EMPTY, IN_TWO_ACCOUNTS, None).await.status(), 204);
    let own = person.remove_user(EMPTY, EMPTY_ADMINISTRATOR, None).await;
    problem(own, ProblemCode::LastAdministrator).await;
    app.joined(EMPTY_INVITED).await;
    assert_eq!(person.remove_user(EMPTY, EMPTY_ADMINISTRATOR, None).await.status(), 204);
    problem(person.session().await, ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn users_of_another_account_cannot_be_removed() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    for id in [COMPLETE_ADMINISTRATOR, "usr_missing", "..", "' OR 1=1 --"] {
        problem(person.remove_user(EMPTY, id, None).await, ProblemCode::NotFound).await;
    }
    let owner = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let page: UsersPage = owner.users(COMPLETE, "").await.json().await.unwrap();
    assert_eq!(page.total_size, 5);
}

#[tokio::test]
async fn a_removed_user_is_in_neither_the_list_nor_the_completion() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let added = invited(person.add_user(EMPTY, &newcomer(Role::Editor)).await).await.user;
    let joined: Session = app.joined(&added.id).await.session().await.json().await.unwrap();
    let editors = async || completion(person.completion(EMPTY, SANDBOX).await).await.editors;
    assert!(editors().await.iter().any(|editor| editor.name == added.name));
    person.remove_user(EMPTY, &joined.user.id, None).await;
    assert!(editors().await.iter().all(|editor| editor.name != added.name));
}
