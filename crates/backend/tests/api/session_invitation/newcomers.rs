//! Tests invited users who are not members of any account yet.

use partner_portal_contract::{ProblemCode, session::InvitationAnswer, users::Role};
use serde_json::json;

use super::answer::session;
use crate::support::{
    fixtures::{named, newcomer},
    issuer::{claims, hs256},
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_INVITED,
        IN_TWO_ACCOUNTS, LARGE, LARGE_ADMINISTRATOR, TestApp,
    },
    users::{invited, user},
    visitor::problem,
};

const ACCEPT: InvitationAnswer = InvitationAnswer::Accept;

#[tokio::test]
async fn the_first_token_of_an_invited_user_creates_a_person_without_membership() {
    let app = TestApp::with_secret(&["--demo"]).await;
    let token = claims(&app.clock, "s-1", "Chiara.Romano@example.com");
    let people = async || {
        let all = (0..4).map(|_| async { session(&app.bearer(&hs256(&token))).await.user.id });
        futures_util::future::join_all(all).await
    };
    let ids = people().await;
    assert!(ids[0].starts_with("usr_") && ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    let bearer = app.bearer(&hs256(&token));
    assert_eq!(bearer.answer(EMPTY_INVITED, ACCEPT).await.status(), 204);
    assert_eq!(bearer.account(EMPTY).await.status(), 200);
    assert_eq!(people().await, ids);
    let other = claims(&app.clock, "s-2", "chiara.romano@example.com");
    problem(app.bearer(&hs256(&other)).session().await, ProblemCode::SignedOut).await;
    let mut unverified = claims(&app.clock, "s-3", "george.whitfield@example.com");
    unverified["email_verified"] = json!(false);
    problem(app.bearer(&hs256(&unverified)).session().await, ProblemCode::SignedOut).await;
    let expired = claims(&app.clock, "s-4", "ruth.abrams@example.com");
    problem(app.bearer(&hs256(&expired)).session().await, ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn the_first_account_that_a_user_joins_sets_their_name() {
    let app = TestApp::demo().await;
    let giulia = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let amara = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let email = "ada@example.com";
    let first = named("Ada Lovelace", email, Role::Reader);
    let first = invited(giulia.add_user(EMPTY, &first).await).await.user;
    let second = named("Another Name", email, Role::Reader);
    let second = invited(amara.add_user(COMPLETE, &second).await).await.user;
    let ada = app.signed_in(&second.id).await;
    assert_eq!(ada.answer(&first.id, ACCEPT).await.status(), 204);
    assert_eq!(session(&ada).await.user.name, "Ada Lovelace");
    let id = session(&ada).await.user.id;
    assert_eq!(user(&amara, COMPLETE, &second.id).await.unwrap().name, "Another Name");
    assert_eq!(ada.answer(&second.id, ACCEPT).await.status(), 204);
    for (person, account) in [(&giulia, EMPTY), (&amara, COMPLETE)] {
        assert_eq!(user(person, account, &id).await.unwrap().name, "Ada Lovelace");
    }
}

#[tokio::test]
async fn an_inviter_who_has_left_is_not_named() {
    let app = TestApp::demo().await;
    let maya = app.signed_in(IN_TWO_ACCOUNTS).await;
    let added = invited(maya.add_user(EMPTY, &newcomer(Role::Reader)).await).await.user;
    let ada = app.signed_in(&added.id).await;
    let named = session(&ada).await.invitations.remove(0).invited_by;
    assert_eq!(named.as_deref(), Some("Maya Lindqvist"));
    let giulia = app.signed_in(EMPTY_ADMINISTRATOR).await;
    assert_eq!(giulia.remove_user(EMPTY, IN_TWO_ACCOUNTS, None).await.status(), 204);
    assert_eq!(session(&ada).await.invitations.remove(0).invited_by, None);
}

#[tokio::test]
async fn revoking_a_users_only_invitation_ends_their_session() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let person = app.signed_in(EMPTY_INVITED).await;
    assert_eq!(administrator.remove_user(EMPTY, EMPTY_INVITED, None).await.status(), 204);
    problem(person.answer(EMPTY_INVITED, ACCEPT).await, ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn invitations_are_sorted_by_the_collated_names_of_the_accounts() {
    let app = TestApp::demo().await;
    app.change_database(
        "UPDATE accounts SET name = 'Łódź Rail' WHERE id = 'acc_bella_vista';
         UPDATE accounts SET name = 'ábaco' WHERE id = 'acc_northgate';
         UPDATE accounts SET name = 'Zebra' WHERE id = 'acc_wanderlight'",
    )
    .await;
    let mut newest = String::new();
    for (account, administrator) in [
        (LARGE, LARGE_ADMINISTRATOR),
        (EMPTY, EMPTY_ADMINISTRATOR),
        (COMPLETE, COMPLETE_ADMINISTRATOR),
    ] {
        let administrator = app.signed_in(administrator).await;
        newest =
            invited(administrator.add_user(account, &newcomer(Role::Reader)).await).await.user.id;
    }
    let invitations = session(&app.signed_in(&newest).await).await.invitations;
    let names: Vec<_> = invitations.iter().map(|it| it.account_name.as_str()).collect();
    assert_eq!(names, ["ábaco", "Łódź Rail", "Zebra"]);
}
