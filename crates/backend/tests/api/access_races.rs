//! Changes of access at the same time, half done, or without anybody to hear the answer.

use std::collections::BTreeSet;

use partner_portal_contract::{
    ProblemCode, paths,
    users::{Role, UsersPage},
};
use reqwest::Method;
use serde_json::json;

use crate::{
    access::{invited, named, newcomer, role, user},
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_READER, FIRST_REVISION,
        IN_TWO_ACCOUNTS, TestApp,
    },
    visitor::{Visitor, problem},
};

async fn administrators(person: &Visitor, account: &str) -> u64 {
    let page = person.users(account, "role=administrator").await;
    page.json::<UsersPage>().await.unwrap().total_size
}

#[tokio::test]
async fn of_two_administrators_who_remove_each_other_exactly_one_stays() {
    let app = TestApp::demo().await;
    let mut giulia = EMPTY_ADMINISTRATOR.to_owned();
    for round in 0..25 {
        let one = app.signed_in(&giulia).await;
        let other = app.signed_in(IN_TWO_ACCOUNTS).await;
        let (by_one, by_other) = tokio::join!(
            one.remove_user(EMPTY, IN_TWO_ACCOUNTS, None),
            other.remove_user(EMPTY, &giulia, None)
        );
        let statuses = BTreeSet::from([by_one.status().as_u16(), by_other.status().as_u16()]);
        assert!(statuses.contains(&204) && statuses.len() == 2, "round {round}: {statuses:?}");
        let (winner, email) = if by_one.status() == 204 {
            (one, "maya.lindqvist@example.com")
        } else {
            (other, "giulia.conti@example.com")
        };
        assert_eq!(administrators(&winner, EMPTY).await, 1, "round {round}");
        let draft = named("Giulia Conti", email, Role::Administrator);
        let back = invited(winner.add_user(EMPTY, &draft).await).await.user;
        if back.id != IN_TWO_ACCOUNTS {
            giulia = back.id;
        }
    }
}

#[tokio::test]
async fn of_two_administrators_who_demote_each_other_exactly_one_stays() {
    let app = TestApp::demo().await;
    let one = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let other = app.signed_in(IN_TWO_ACCOUNTS).await;
    for round in 0..25 {
        let demotion = role(Role::Reader);
        let (by_one, by_other) = tokio::join!(
            one.change_user(EMPTY, IN_TWO_ACCOUNTS, &demotion),
            other.change_user(EMPTY, EMPTY_ADMINISTRATOR, &demotion)
        );
        let (winner, demoted) = match (by_one.status().as_u16(), by_other.status().as_u16()) {
            (200, 403) => (&one, IN_TWO_ACCOUNTS),
            (403, 200) => (&other, EMPTY_ADMINISTRATOR),
            statuses => panic!("round {round}: {statuses:?}"),
        };
        assert_eq!(administrators(winner, EMPTY).await, 1);
        let restored = winner.change_user(EMPTY, demoted, &role(Role::Administrator)).await;
        assert_eq!(restored.status(), 200);
    }
}

#[tokio::test]
async fn of_two_removals_of_alert_contacts_at_the_same_time_one_is_refused() {
    for _ in 0..5 {
        let app = TestApp::demo().await;
        app.change_database(
            "UPDATE memberships SET role = 'administrator' WHERE user_id = 'usr_maya_lindqvist'",
        )
        .await;
        let person = app.signed_in(IN_TWO_ACCOUNTS).await;
        let (first, second) = tokio::join!(
            person.remove_user(COMPLETE, COMPLETE_ADMINISTRATOR, None),
            person.remove_user(COMPLETE, "usr_oliver_hughes", None)
        );
        let statuses = BTreeSet::from([first.status().as_u16(), second.status().as_u16()]);
        assert_eq!(statuses, BTreeSet::from([204, 409]));
        assert_eq!(person.stored(COMPLETE).await.alert_contact_users.len(), 1);
    }
}

#[tokio::test]
async fn a_removal_that_fails_in_the_middle_leaves_nothing_half_done() {
    let app = TestApp::demo().await;
    // The last step fails, after the new revision and the end of the membership.
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
async fn an_invitation_that_fails_in_the_middle_leaves_no_person_behind() {
    let app = TestApp::demo().await;
    app.change_database(
        "CREATE TRIGGER broken BEFORE INSERT ON memberships
         BEGIN SELECT RAISE(ABORT, 'broken'); END",
    )
    .await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let failed = person.add_user(EMPTY, &newcomer(Role::Reader)).await;
    problem(failed, ProblemCode::Internal).await;
    assert!(app.mails().is_empty());
    app.change_database("DROP TRIGGER broken").await;
    let mut draft = newcomer(Role::Reader);
    draft.name = "Another Name".to_owned();
    let added = invited(person.add_user(EMPTY, &draft).await).await.user;
    assert_eq!(added.name, "Another Name");
}

#[tokio::test]
async fn each_change_can_fail_on_order_before_it_is_made_or_lose_its_answer() {
    let app = TestApp::start(&["--demo", "--test-faults"]).await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let order = async |point: &str| {
        let body = json!({"fail": point, "times": 1});
        person.api(Method::PUT, "/test/faults").json(&body).send().await.unwrap();
    };
    let draft = newcomer(Role::Reader);
    order("user_added").await;
    problem(person.add_user(EMPTY, &draft).await, ProblemCode::Unavailable).await;
    order("user_added_after_commit").await;
    let path = paths::USERS.replace("{account}", EMPTY);
    assert!(person.api(Method::POST, &path).json(&draft).send().await.is_err());
    problem(person.add_user(EMPTY, &draft).await, ProblemCode::EmailTaken).await;
    order("user_changed").await;
    let changed = person.change_user(EMPTY, EMPTY_READER, &role(Role::Editor)).await;
    problem(changed, ProblemCode::Unavailable).await;
    order("invitation_sent").await;
    let sent = person.invite_again(EMPTY, "usr_chiara_romano").await;
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
