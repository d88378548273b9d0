//! Tests the session and its duration.

use chrono::TimeDelta;
use partner_portal_contract::{
    Environment, ProblemCode, paths,
    session::{Capability, Session},
    users::Role,
};
use reqwest::{Method, header::SET_COOKIE};
use serde_json::Value;

use crate::support::{
    fixtures::sandbox_input,
    test_app::{
        COMPLETE, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_TESTER, EXPIRED_INVITED, IN_TWO_ACCOUNTS,
        TestApp,
    },
    visitor::problem,
};

#[tokio::test]
async fn a_visitor_without_a_session_gets_401_everywhere() {
    let app = TestApp::demo().await;
    let visitor = app.visitor();
    problem(visitor.session().await, ProblemCode::SignedOut).await;
    problem(visitor.account(EMPTY).await, ProblemCode::SignedOut).await;
    problem(visitor.users(EMPTY, "").await, ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn the_session_contains_the_user_the_accounts_and_the_capabilities() {
    let app = TestApp::demo().await;
    let session: Session =
        app.signed_in(IN_TWO_ACCOUNTS).await.session().await.json().await.unwrap();
    assert_eq!(session.user.id, IN_TWO_ACCOUNTS);
    assert_eq!(session.platform.name, "Meridian");
    let accounts: Vec<_> = session
        .accounts
        .iter()
        .map(|account| (account.id.as_str(), account.role, account.capabilities.as_slice()))
        .collect();
    let edits = Capability::EditContactInformation;
    assert_eq!(
        accounts,
        [
            (EMPTY, Role::Administrator, &[edits, Capability::ManageUsers][..]),
            (COMPLETE, Role::Editor, &[edits][..]),
        ]
    );
    let session: Session = app.signed_in(EMPTY_TESTER).await.session().await.json().await.unwrap();
    assert_eq!(session.accounts[0].capabilities, []);
}

#[tokio::test]
async fn a_request_for_another_user_is_refused() {
    let app = TestApp::demo().await;
    let visitor = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let save = |user: &str| {
        let path = paths::save_contact_information(EMPTY, Environment::Sandbox);
        let request = visitor.api(Method::PUT, &path).header(paths::USER_HEADER, user);
        request.header("if-match", "\"rev-0\"").json(&sandbox_input()).send()
    };
    for another_user in [EMPTY_TESTER, "usr_unknown", "", "usr%2Eunknown", "\u{e9}"] {
        problem(save(another_user).await.unwrap(), ProblemCode::SignedOut).await;
    }
    let twice = visitor.api(Method::GET, paths::SESSION);
    let twice = twice.header(paths::USER_HEADER, EMPTY_ADMINISTRATOR);
    let twice = twice.header(paths::USER_HEADER, EMPTY_TESTER).send().await.unwrap();
    problem(twice, ProblemCode::SignedOut).await;
    let own = save(&paths::user_header(EMPTY_ADMINISTRATOR)).await.unwrap();
    assert_eq!(own.json::<Value>().await.unwrap()["revision"], 1);
}

#[tokio::test]
async fn the_cookie_is_http_only_and_same_site_and_lasts_twelve_hours() {
    let app = TestApp::demo().await;
    let response = app.visitor().sign_in(EMPTY_ADMINISTRATOR).await;
    let cookie = response.headers()[SET_COOKIE].to_str().unwrap();
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"] {
        assert!(cookie.contains(attribute), "{attribute}");
    }
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let copied = app.visitor();
    let cookie = person.sign_in(EMPTY_ADMINISTRATOR).await.headers()[SET_COOKIE].clone();
    let with_copy = || {
        let pair = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
        copied.api(Method::GET, paths::SESSION).header("cookie", pair).send()
    };
    assert_eq!(with_copy().await.unwrap().status(), 200);
    assert_eq!(person.sign_out().await.status(), 204);
    problem(person.session().await, ProblemCode::SignedOut).await;
    // The server has invalidated the token. It was not only deleted in the browser.
    problem(with_copy().await.unwrap(), ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    app.clock.advance(TimeDelta::hours(12) - TimeDelta::seconds(1));
    assert_eq!(person.session().await.status(), 200);
    app.clock.advance(TimeDelta::seconds(1));
    problem(person.session().await, ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn unknown_users_and_expired_invitations_cannot_sign_in() {
    let app = TestApp::demo().await;
    for user_id in ["usr_unknown", "", EXPIRED_INVITED] {
        problem(app.visitor().sign_in(user_id).await, ProblemCode::NotFound).await;
    }
}

#[tokio::test]
async fn a_write_without_the_csrf_header_is_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let writes = [
        (Method::POST, paths::DEMO_SESSION.to_owned()),
        (Method::DELETE, paths::DEMO_SESSION.to_owned()),
        (Method::PUT, paths::contact_information(EMPTY) + "?environment=sandbox"),
    ];
    for (method, path) in writes {
        let request = person.request(method, &format!("/api/v1{path}"));
        problem(request.send().await.unwrap(), ProblemCode::CsrfHeaderMissing).await;
    }
    assert_eq!(person.session().await.status(), 200);
}
