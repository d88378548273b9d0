//! Tests that a failed change of access changes nothing.

use partner_portal_contract::{ProblemCode, paths, users::Role};
use reqwest::Method;
use serde_json::json;

use crate::support::{
    fixtures::{newcomer, role},
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_READER, FIRST_REVISION,
        TestApp,
    },
    users::{invited, user},
    visitor::problem,
};

#[tokio::test]
async fn a_removal_that_fails_halfway_changes_nothing() {
    let app = TestApp::demo().await;
    // The last statement fails, after the new revision is stored and the membership is deleted.
    app.change_database(
        "CREATE TRIGGER broken BEFORE DELETE ON sessions
         BEGIN SELECT RAISE(ABORT, 'broken'); END",
    )
    .await;
    let person = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let oliver = app.signed_in("usr_oliver_hughes").await;
    let failed = person.remove_user(COMPLETE, "usr_oliver_hughes", Some("usr_siobhan_byrne")).await;
    problem(failed, ProblemCode::Internal).await;
    assert_eq!(person.stored(COMPLETE).await.revision, FIRST_REVISION);
    assert!(user(&person, COMPLETE, "usr_oliver_hughes").await.unwrap().is_alert_contact);
    assert_eq!(oliver.account(COMPLETE).await.status(), 200);
    app.change_database("DROP TRIGGER broken").await;
    let removed =
        person.remove_user(COMPLETE, "usr_oliver_hughes", Some("usr_siobhan_byrne")).await;
    assert_eq!(removed.status(), 204);
    problem(oliver.account(COMPLETE).await, ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn an_invitation_that_fails_halfway_stores_nothing() {
    let app = TestApp::demo().await;
    app.change_database(
        "CREATE TRIGGER broken AFTER INSERT ON invitations
         BEGIN SELECT RAISE(ABORT, 'broken'); END",
    )
    .await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let failed = person.add_user(EMPTY, &newcomer(Role::Reader)).await;
    problem(failed, ProblemCode::Internal).await;
    assert!(app.mails().is_empty());
    app.change_database("DROP TRIGGER broken").await;
    let mut input = newcomer(Role::Reader);
    input.name = "Another Name".to_owned();
    let added = invited(person.add_user(EMPTY, &input).await).await.user;
    assert_eq!(added.name, "Another Name");
}

#[tokio::test]
async fn each_change_of_access_has_faults_before_and_after_the_commit() {
    let app = TestApp::start(&["--demo", "--test-faults"]).await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let order = async |point: &str| {
        let body = json!({"fail": point, "times": 1});
        person.api(Method::PUT, "/test/faults").json(&body).send().await.unwrap();
    };
    let input = newcomer(Role::Reader);
    order("user_added").await;
    problem(person.add_user(EMPTY, &input).await, ProblemCode::Unavailable).await;
    order("user_added_after_commit").await;
    let path = paths::USERS.replace("{account}", EMPTY);
    assert!(person.api(Method::POST, &path).json(&input).send().await.is_err());
    problem(person.add_user(EMPTY, &input).await, ProblemCode::EmailTaken).await;
    order("user_changed").await;
    let changed = person.change_user(EMPTY, EMPTY_READER, &role(Role::Editor)).await;
    problem(changed, ProblemCode::Unavailable).await;
    order("invitation_sent").await;
    let sent = person.invite_again(EMPTY, "inv_chiara_romano").await;
    problem(sent, ProblemCode::Unavailable).await;
    order("user_removed").await;
    let removed = person.remove_user(EMPTY, EMPTY_READER, None).await;
    problem(removed, ProblemCode::Unavailable).await;
    assert_eq!(user(&person, EMPTY, EMPTY_READER).await.unwrap().role, Role::Reader);
    order("user_removed_after_commit").await;
    let path = paths::user(EMPTY, EMPTY_READER);
    assert!(person.api(Method::DELETE, &path).send().await.is_err());
    assert_eq!(user(&person, EMPTY, EMPTY_READER).await, None);
}
