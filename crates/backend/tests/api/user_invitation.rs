//! Tests how an account manages its invitations: sending again, expiry, revoking.

use chrono::TimeDelta;
use partner_portal_contract::{
    Environment, ProblemCode,
    session::{InvitationAnswer, Session},
    users::{InvitationState, Role},
};

use crate::support::{
    fixtures::newcomer,
    test_app::{
        COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_INVITED, EMPTY_READER, EXPIRED,
        EXPIRED_ADMINISTRATOR, EXPIRED_INVITED, TestApp,
    },
    users::{invited, user},
    visitor::{etag, problem},
};

#[tokio::test]
async fn an_expired_invitation_gives_no_access_until_it_is_sent_again() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let added = invited(administrator.add_user(EMPTY, &newcomer(Role::Editor)).await).await.user;
    app.clock.advance(TimeDelta::days(14) - TimeDelta::milliseconds(1));
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let state = async || {
        let user = user(&administrator, EMPTY, &added.id).await.unwrap();
        user.invitation.unwrap().state
    };
    assert_eq!(state().await, InvitationState::Pending);
    app.clock.advance(TimeDelta::milliseconds(1));
    assert_eq!(state().await, InvitationState::Expired);
    problem(app.visitor().sign_in(&added.id).await, ProblemCode::NotFound).await;
    let again = invited(administrator.invite_again(EMPTY, &added.id).await).await;
    assert!(again.mail_sent);
    assert_eq!(again.user.invitation.unwrap().expires_at, "2026-12-19T12:00:00Z");
    assert_eq!(app.mails().len(), 2);
    assert_eq!(app.joined(&added.id).await.account(EMPTY).await.status(), 200);
}

#[tokio::test]
async fn an_expired_invitation_to_another_account_is_not_offered() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let input = crate::support::fixtures::named("Ruth", "ruth.abrams@example.com", Role::Reader);
    let added = invited(administrator.add_user(EMPTY, &input).await).await.user;
    let person = app.signed_in(&added.id).await;
    let session: Session = person.session().await.json().await.unwrap();
    let ids: Vec<_> = session.invitations.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, [added.id]);
    let late = person.answer(EXPIRED_INVITED, InvitationAnswer::Accept).await;
    problem(late, ProblemCode::NotFound).await;
    problem(person.account(EXPIRED).await, ProblemCode::NotFound).await;
}

#[tokio::test]
async fn the_demo_shows_an_invitation_that_has_expired() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EXPIRED_ADMINISTRATOR).await;
    let user = user(&administrator, EXPIRED, EXPIRED_INVITED).await.unwrap();
    let invitation = user.invitation.unwrap();
    assert_eq!(invitation.state, InvitationState::Expired);
    assert_eq!(invitation.expires_at, "2026-11-15T12:00:00Z");
}

#[tokio::test]
async fn an_accepted_or_unknown_invitation_cannot_be_sent_again() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let active = person.invite_again(EMPTY, EMPTY_READER).await;
    problem(active, ProblemCode::InvitationAccepted).await;
    for id in ["usr_missing", COMPLETE_ADMINISTRATOR, EXPIRED_INVITED, "..", "%00"] {
        problem(person.invite_again(EMPTY, id).await, ProblemCode::NotFound).await;
    }
    assert!(app.mails().is_empty());
}

#[tokio::test]
async fn a_user_can_be_invited_again_after_a_revocation() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let first = invited(person.add_user(EMPTY, &newcomer(Role::Reader)).await).await.user;
    assert_eq!(person.remove_user(EMPTY, &first.id, None).await.status(), 204);
    assert_eq!(user(&person, EMPTY, &first.id).await, None);
    problem(app.visitor().sign_in(&first.id).await, ProblemCode::NotFound).await;
    // The first invitation created no person, so the new name is used.
    let mut input = newcomer(Role::Editor);
    input.name = "Ada Lovelace".to_owned();
    let second = invited(person.add_user(EMPTY, &input).await).await.user;
    assert_eq!((second.name.as_str(), second.role), ("Ada Lovelace", Role::Editor));
}

#[tokio::test]
async fn an_accepted_invitation_ends_the_long_polls_of_the_account() {
    let app = TestApp::demo().await;
    let sandbox = Environment::Sandbox;
    let waiting = app.signed_in(EMPTY_READER).await;
    let known = etag(waiting.completion(EMPTY, sandbox).await.headers());
    // The invited user is an editor, so they are added to the completion's editors.
    let wait = waiting.wait_for_completion(EMPTY, sandbox, &known, 25);
    let (answer, _) = tokio::join!(wait, app.joined(EMPTY_INVITED));
    let completion = crate::support::visitor::completion(answer).await;
    assert!(completion.editors.iter().any(|editor| editor.name == "Chiara Romano"));
}

#[tokio::test]
async fn sending_an_invitation_again_counts_for_the_hourly_limit() {
    let app = TestApp::start(&["--demo", "--invitations-per-hour", "2"]).await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let added = invited(person.add_user(EMPTY, &newcomer(Role::Reader)).await).await.user;
    invited(person.invite_again(EMPTY, &added.id).await).await;
    let refused = person.invite_again(EMPTY, &added.id).await;
    assert_eq!(refused.headers()["retry-after"], "3600");
    problem(refused, ProblemCode::RateLimited).await;
    app.clock.advance(TimeDelta::hours(1));
    invited(person.invite_again(EMPTY, &added.id).await).await;
}

#[tokio::test]
async fn a_declined_invitation_cannot_be_accepted_and_keeps_its_time() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let input = crate::support::fixtures::named("A", "amara.okafor@example.com", Role::Reader);
    let added = invited(administrator.add_user(EMPTY, &input).await).await.user;
    let amara = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    assert_eq!(amara.answer(&added.id, InvitationAnswer::Decline).await.status(), 204);
    let declined_at = "SELECT declined_at FROM invitations WHERE declined_at IS NOT NULL";
    let first = app.number(declined_at).await;
    app.clock.advance(TimeDelta::minutes(1));
    assert_eq!(amara.answer(&added.id, InvitationAnswer::Decline).await.status(), 204);
    assert_eq!(app.number(declined_at).await, first);
    problem(amara.answer(&added.id, InvitationAnswer::Accept).await, ProblemCode::NotFound).await;
    problem(amara.account(EMPTY).await, ProblemCode::NotFound).await;
    let declined = user(&administrator, EMPTY, &added.id).await.unwrap();
    assert_eq!(declined.invitation.unwrap().state, InvitationState::Declined);
    invited(administrator.invite_again(EMPTY, &added.id).await).await;
    assert_eq!(amara.answer(&added.id, InvitationAnswer::Accept).await.status(), 204);
}
