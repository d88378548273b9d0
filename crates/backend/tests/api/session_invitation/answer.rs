//! Tests invitations from the invited user's side. Inviting never reveals whether an address is
//! known, and only the user's own answer makes them a member.

use partner_portal_contract::{
    ProblemCode, paths,
    session::{InvitationAnswer, Session},
    users::{InvitationState, Role, UserState, UsersPage},
};
use reqwest::Method;
use serde_json::json;

use crate::support::{
    fixtures::named,
    issuer::{claims, hs256},
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_INVITED, EMPTY_READER,
        EXPIRED_INVITED, TestApp,
    },
    users::{invited, user},
    visitor::{Visitor, problem},
};

const ACCEPT: InvitationAnswer = InvitationAnswer::Accept;
const DECLINE: InvitationAnswer = InvitationAnswer::Decline;

pub(super) async fn session(person: &Visitor) -> Session {
    let response = person.session().await;
    assert_eq!(response.status(), 200);
    response.json().await.unwrap()
}

async fn found(person: &Visitor, query: &str) -> Vec<String> {
    let query = format!("query={query}");
    let page: UsersPage = person.users(EMPTY, &query).await.json().await.unwrap();
    page.users.into_iter().map(|user| user.name).collect()
}

#[tokio::test]
async fn inviting_an_address_never_reveals_its_user_in_another_account() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let input = named("Another Name", "AMARA.okafor@example.com", Role::Editor);
    let added = invited(person.add_user(EMPTY, &input).await).await.user;
    assert!(added.id.starts_with("inv_"), "{}", added.id);
    assert_eq!(added.name, "Another Name");
    assert_eq!(added.email, "AMARA.okafor@example.com");
    assert_eq!((added.role, added.state), (Role::Editor, UserState::Invited));
    assert_eq!(user(&person, EMPTY, &added.id).await, Some(added.clone()));
    assert_eq!(found(&person, "okafor").await, ["Another Name"]);
    problem(person.remove_user(EMPTY, COMPLETE_ADMINISTRATOR, None).await, ProblemCode::NotFound)
        .await;
    // Her own name and id are shown after she has accepted.
    let amara = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    assert_eq!(amara.answer(&added.id, ACCEPT).await.status(), 204);
    let joined = user(&person, EMPTY, COMPLETE_ADMINISTRATOR).await.unwrap();
    assert_eq!((joined.name.as_str(), joined.state), ("Amara Okafor", UserState::Active));
    assert_eq!((joined.role, joined.invitation), (Role::Editor, None));
    assert_eq!(user(&person, EMPTY, &added.id).await, None);
    // An older list still contains the invitation.
    for late in [
        person.invite_again(EMPTY, &added.id).await,
        person.remove_user(EMPTY, &added.id, None).await,
    ] {
        problem(late, ProblemCode::InvitationAccepted).await;
    }
    let roles: Vec<_> = session(&amara).await.accounts.iter().map(|it| it.role).collect();
    assert_eq!(
        roles,
        [Role::Administrator, Role::Editor],
        "the account she works in stays the first"
    );
}

#[tokio::test]
async fn reading_the_session_and_signing_in_accept_no_invitation() {
    let app = TestApp::with_secret(&["--demo"]).await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let token = hs256(&claims(&app.clock, "s-1", "chiara.romano@example.com"));
    let bearer = app.bearer(&token);
    let cookie = app.signed_in(EMPTY_INVITED).await;
    for visitor in [&cookie, &bearer] {
        for _ in 0..2 {
            let session = session(visitor).await;
            assert!(session.accounts.is_empty());
            assert_eq!(session.user.name, "Chiara Romano");
            let [invitation] = session.invitations.as_slice() else { panic!("one invitation") };
            assert_eq!(invitation.id, EMPTY_INVITED);
            assert_eq!(invitation.account_name, "Bella Vista Bookings");
            assert_eq!(invitation.role, Role::Editor);
            assert_eq!(invitation.invited_by.as_deref(), Some("Giulia Conti"));
            assert!(invitation.support_url.starts_with("http"));
        }
        problem(visitor.account(EMPTY).await, ProblemCode::NotFound).await;
    }
    let exchanged = bearer.api(Method::POST, paths::SESSION).send().await.unwrap();
    assert_eq!(exchanged.status(), 204);
    let invited = user(&administrator, EMPTY, EMPTY_INVITED).await.unwrap();
    assert_eq!(invited.state, UserState::Invited);
}

#[tokio::test]
async fn repeating_an_answer_changes_nothing() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_INVITED).await;
    for _ in 0..2 {
        assert_eq!(person.answer(EMPTY_INVITED, ACCEPT).await.status(), 204);
    }
    let late = person.answer(EMPTY_INVITED, DECLINE).await;
    problem(late, ProblemCode::InvitationAccepted).await;
    let now = session(&person).await;
    assert!(now.invitations.is_empty());
    assert_eq!(now.accounts.len(), 1);
    assert_eq!(person.contact_information(EMPTY).await.status(), 200);
    // After a removal, an old answer does not give access again.
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    assert_eq!(administrator.remove_user(EMPTY, &now.user.id, None).await.status(), 204);
    problem(person.answer(EMPTY_INVITED, ACCEPT).await, ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn a_user_who_declined_can_join_after_a_new_invitation() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let person = app.signed_in(EMPTY_INVITED).await;
    assert_eq!(person.answer(EMPTY_INVITED, DECLINE).await.status(), 204);
    let declined = user(&administrator, EMPTY, EMPTY_INVITED).await.unwrap();
    assert_eq!(declined.invitation.unwrap().state, InvitationState::Declined);
    problem(person.session().await, ProblemCode::SignedOut).await;
    problem(app.visitor().sign_in(EMPTY_INVITED).await, ProblemCode::NotFound).await;
    // A person who never joined is not kept.
    let kept = "SELECT count(*) FROM users WHERE email = 'chiara.romano@example.com'";
    assert_eq!(app.number(kept).await, 0);
    let again = invited(administrator.invite_again(EMPTY, EMPTY_INVITED).await).await.user;
    assert_eq!(again.invitation.unwrap().state, InvitationState::Pending);
    assert_eq!(app.joined(EMPTY_INVITED).await.account(EMPTY).await.status(), 200);
}

#[tokio::test]
async fn a_member_of_an_account_can_answer_an_invitation_and_continue_working() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let input = named("A", "amara.okafor@example.com", Role::Reader);
    let added = invited(administrator.add_user(EMPTY, &input).await).await.user;
    let amara = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    assert_eq!(session(&amara).await.invitations.len(), 1);
    assert_eq!(amara.account(COMPLETE).await.status(), 200);
    for _ in 0..2 {
        assert_eq!(amara.answer(&added.id, DECLINE).await.status(), 204);
    }
    let now = session(&amara).await;
    assert_eq!((now.accounts.len(), now.invitations.len()), (1, 0));
    problem(amara.account(EMPTY).await, ProblemCode::NotFound).await;
}

#[tokio::test]
async fn the_invitation_of_another_user_does_not_exist() {
    let app = TestApp::demo().await;
    for person in [EMPTY_ADMINISTRATOR, COMPLETE_ADMINISTRATOR, EMPTY_INVITED] {
        let person = app.signed_in(person).await;
        for id in ["inv_george_whitfield", EXPIRED_INVITED, "inv_missing", EMPTY_READER, "%00"] {
            for answer in [ACCEPT, DECLINE] {
                problem(person.answer(id, answer).await, ProblemCode::NotFound).await;
            }
        }
    }
    let refused = app.visitor().answer(EMPTY_INVITED, ACCEPT).await;
    problem(refused, ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn answering_with_a_cookie_needs_the_csrf_header() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_INVITED).await;
    let path = format!("/api/v1{}", paths::session_invitation(EMPTY_INVITED));
    let accept = || person.request(Method::POST, &path).json(&json!({"answer": "accept"}));
    let get = person.request(Method::GET, &path).send().await.unwrap();
    problem(get, ProblemCode::MethodNotAllowed).await;
    problem(accept().send().await.unwrap(), ProblemCode::CsrfHeaderMissing).await;
    let foreign = accept().header("x-partner-portal", "1").header("origin", "https://evil.example");
    problem(foreign.send().await.unwrap(), ProblemCode::ForeignOrigin).await;
    for body in [json!({}), json!({"answer": "maybe"}), json!({"answer": "accept", "role": "x"})] {
        let request = person.api(Method::POST, &paths::session_invitation(EMPTY_INVITED));
        problem(request.json(&body).send().await.unwrap(), ProblemCode::InvalidBody).await;
    }
    assert!(session(&person).await.accounts.is_empty());
}
