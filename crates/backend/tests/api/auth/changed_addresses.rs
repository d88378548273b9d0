//! Tests addresses of people that change, and addresses that get a new owner.

use chrono::TimeDelta;
use partner_portal_contract::{
    Environment, ProblemCode,
    session::{InvitationAnswer, Session},
    users::{Role, UsersPage},
};
use serde_json::Value;

use crate::support::{
    fixtures::{named, sandbox_input},
    issuer::{claims, hs256},
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_EDITOR, EMPTY_INVITED,
        TestApp,
    },
    users::invited,
    visitor::{Visitor, problem},
};

const EDITOR_EMAIL: &str = "tomasz.zielinski@example.com";
const ADMINISTRATOR_EMAIL: &str = "giulia.conti@example.com";
const INVITED_EMAIL: &str = "chiara.romano@example.com";
const NEW_EMAIL: &str = "t.zielinski@new.example.com";

/// A visitor with this subject and this verified address.
fn subject(app: &TestApp, subject: &str, email: &str) -> Visitor {
    app.bearer(&hs256(&claims(&app.clock, subject, email)))
}

async fn session(visitor: &Visitor) -> Session {
    let response = visitor.session().await;
    assert_eq!(response.status(), 200);
    response.json().await.unwrap()
}

async fn invitations(visitor: &Visitor) -> Vec<String> {
    session(visitor).await.invitations.into_iter().map(|invitation| invitation.id).collect()
}

/// Invites an address to the account of Amara.
async fn invite(app: &TestApp, email: &str) -> String {
    let amara = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let input = named("Newcomer", email, Role::Reader);
    invited(amara.add_user(COMPLETE, &input).await).await.user.id
}

async fn found(visitor: &Visitor, query: &str) -> Vec<String> {
    let page: UsersPage =
        visitor.users(EMPTY, &format!("query={query}")).await.json().await.unwrap();
    page.users.into_iter().map(|user| user.email).collect()
}

#[tokio::test]
async fn a_changed_address_is_stored_when_the_provider_has_verified_it() {
    let app = TestApp::with_secret(&["--demo"]).await;
    let giulia = app.signed_in(EMPTY_ADMINISTRATOR).await;
    assert_eq!(session(&subject(&app, "s-1", EDITOR_EMAIL)).await.user.id, EMPTY_EDITOR);
    let mut unverified: Value = claims(&app.clock, "s-1", NEW_EMAIL);
    unverified["email_verified"] = false.into();
    let user = session(&app.bearer(&hs256(&unverified))).await.user;
    assert_eq!(user.email, EDITOR_EMAIL);
    let user = session(&subject(&app, "s-1", NEW_EMAIL)).await.user;
    assert_eq!((user.id.as_str(), user.email.as_str()), (EMPTY_EDITOR, NEW_EMAIL));
    assert_eq!(found(&giulia, "t.zielinski").await, [NEW_EMAIL]);
    assert!(found(&giulia, "tomasz.zielinski").await.is_empty());
    let again = giulia.add_user(EMPTY, &named("T", NEW_EMAIL, Role::Reader)).await;
    problem(again, ProblemCode::EmailTaken).await;
}

#[tokio::test]
async fn an_invitation_belongs_to_the_new_owner_of_its_address() {
    let app = TestApp::with_secret(&["--demo"]).await;
    session(&subject(&app, "s-1", EDITOR_EMAIL)).await;
    let invitation = invite(&app, EDITOR_EMAIL).await;
    let tomasz = subject(&app, "s-1", NEW_EMAIL);
    let late = tomasz.answer(&invitation, InvitationAnswer::Accept).await;
    problem(late, ProblemCode::NotFound).await;
    assert!(invitations(&tomasz).await.is_empty());
    let owner = subject(&app, "s-2", EDITOR_EMAIL);
    assert_eq!(invitations(&owner).await, [invitation.as_str()]);
    assert_eq!(owner.answer(&invitation, InvitationAnswer::Accept).await.status(), 204);
    assert_eq!(owner.account(COMPLETE).await.status(), 200);
    problem(owner.account(EMPTY).await, ProblemCode::NotFound).await;
    assert_eq!(tomasz.account(EMPTY).await.status(), 200);
    problem(tomasz.account(COMPLETE).await, ProblemCode::NotFound).await;
}

#[tokio::test]
async fn an_address_in_use_gives_no_access_until_its_holder_changes_it() {
    let app = TestApp::with_secret(&["--demo"]).await;
    session(&subject(&app, "s-1", EDITOR_EMAIL)).await;
    session(&subject(&app, "s-2", ADMINISTRATOR_EMAIL)).await;
    let to_editor = invite(&app, EDITOR_EMAIL).await;
    let to_administrator = invite(&app, ADMINISTRATOR_EMAIL).await;
    let tomasz = subject(&app, "s-1", ADMINISTRATOR_EMAIL);
    for _ in 0..2 {
        let session = session(&tomasz).await;
        assert_eq!((session.user.id.as_str(), session.invitations.len()), (EMPTY_EDITOR, 0));
    }
    for invitation in [&to_editor, &to_administrator] {
        let answer = tomasz.answer(invitation, InvitationAnswer::Accept).await;
        problem(answer, ProblemCode::NotFound).await;
    }
    // The administrator signs in with the editor's former address.
    let giulia = subject(&app, "s-2", EDITOR_EMAIL);
    assert_eq!(invitations(&giulia).await, [to_editor.as_str()]);
    assert_eq!(session(&giulia).await.user.id, EMPTY_ADMINISTRATOR);
    assert_eq!(invitations(&tomasz).await, [to_administrator.as_str()]);
    assert_eq!(session(&tomasz).await.user.email, ADMINISTRATOR_EMAIL);
}

#[tokio::test]
async fn after_a_refused_address_no_address_gives_access() {
    let app = TestApp::with_secret(&["--demo"]).await;
    session(&subject(&app, "s-1", EDITOR_EMAIL)).await;
    invite(&app, EDITOR_EMAIL).await;
    let tomasz = subject(&app, "s-1", "\"t z\"@example.com");
    for _ in 0..2 {
        let session = session(&tomasz).await;
        assert_eq!((session.user.id.as_str(), session.invitations.len()), (EMPTY_EDITOR, 0));
    }
}

#[tokio::test]
async fn an_unanswered_invitation_does_not_block_the_next_owner_of_the_address() {
    let app = TestApp::with_secret(&["--demo"]).await;
    let first = session(&subject(&app, "s-1", INVITED_EMAIL)).await;
    assert_eq!(first.invitations.len(), 1);
    // The invitation expires. It is then sent again to the address, which now has a new owner.
    app.clock.advance(TimeDelta::days(15));
    let giulia = app.signed_in(EMPTY_ADMINISTRATOR).await;
    invited(giulia.invite_again(EMPTY, EMPTY_INVITED).await).await;
    let owner = subject(&app, "s-2", INVITED_EMAIL);
    assert_ne!(session(&owner).await.user.id, first.user.id);
    assert_eq!(owner.answer(EMPTY_INVITED, InvitationAnswer::Accept).await.status(), 204);
    assert_eq!(owner.account(EMPTY).await.status(), 200);
    problem(subject(&app, "s-1", INVITED_EMAIL).session().await, ProblemCode::SignedOut).await;
    let kept = "SELECT count(*) FROM users WHERE email = 'chiara.romano@example.com'";
    assert_eq!(app.number(kept).await, 1);
}

#[tokio::test]
async fn after_an_invitation_expires_its_address_is_free_for_a_new_owner() {
    let app = TestApp::with_secret(&["--demo"]).await;
    session(&subject(&app, "s-1", INVITED_EMAIL)).await;
    app.clock.advance(TimeDelta::days(15));
    let owner = || subject(&app, "s-2", INVITED_EMAIL);
    problem(owner().session().await, ProblemCode::SignedOut).await;
    // The first owner was deleted.
    let kept = "SELECT count(*) FROM users WHERE email = 'chiara.romano@example.com'";
    assert_eq!(app.number(kept).await, 0);
    let giulia = app.signed_in(EMPTY_ADMINISTRATOR).await;
    invited(giulia.invite_again(EMPTY, EMPTY_INVITED).await).await;
    assert_eq!(invitations(&owner()).await, [EMPTY_INVITED]);
}

#[tokio::test]
async fn the_next_owner_of_an_address_does_not_become_a_removed_author() {
    let app = TestApp::with_secret(&["--demo"]).await;
    let tomasz = subject(&app, "s-1", EDITOR_EMAIL);
    let saved = tomasz.save(EMPTY, Environment::Sandbox, "\"rev-0\"", &sandbox_input()).await;
    assert_eq!(saved.status(), 200);
    let giulia = app.signed_in(EMPTY_ADMINISTRATOR).await;
    assert_eq!(giulia.remove_user(EMPTY, EMPTY_EDITOR, None).await.status(), 204);
    let input = named("Tamara Zielinska", EDITOR_EMAIL, Role::Editor);
    let invitation = invited(giulia.add_user(EMPTY, &input).await).await.user.id;
    let owner = subject(&app, "s-2", EDITOR_EMAIL);
    let user = session(&owner).await.user;
    assert_ne!(user.id, EMPTY_EDITOR);
    assert_eq!(user.name, "Tamara Zielinska");
    assert_eq!(owner.answer(&invitation, InvitationAnswer::Accept).await.status(), 204);
    let kept: Value = giulia.contact_information(EMPTY).await.json().await.unwrap();
    assert_eq!(kept["updated_by"]["name"], "Tomasz Zieliński");
}
