//! Tests adding, changing and removing users by their addresses.

use partner_portal_backend::storage::operator_tokens::TokenScope;
use partner_portal_contract::{
    ProblemCode,
    operator::{AccessWarning, OperatorUser, UserRemoval},
    users::{InvitationState, Role, UserState, UsersPage},
};
use reqwest::Method;
use serde_json::{Value, json};

use super::client::{COMPLETE_PARTNER, EMPTY_PARTNER, created, path, put, read, user_path};
use crate::support::{
    issuer::{claims, hs256},
    test_app::{COMPLETE, EMPTY, TestApp},
    visitor::{Visitor, problem},
};

const ADA: &str = "ada.newcomer@example.com";

fn ada(role: &str) -> Value {
    json!({"name": "Ada Newcomer", "role": role})
}

async fn put_user(operator: &Visitor, partner: &str, email: &str, body: &Value) -> OperatorUser {
    let response = put(operator, &user_path(partner, email), body).send().await.unwrap();
    let status = response.status().as_u16();
    assert!([200, 201].contains(&status), "{}", response.text().await.unwrap());
    response.json().await.unwrap()
}

async fn remove(operator: &Visitor, partner: &str, email: &str, query: &str) -> reqwest::Response {
    let path = format!("{}{query}", user_path(partner, email));
    operator.request(Method::DELETE, &path).send().await.unwrap()
}

#[tokio::test]
async fn a_new_partner_gets_an_administrator_who_signs_in_and_finds_the_portal_locked() {
    let app = TestApp::with_secret(&[]).await;
    let operator = app.operator(TokenScope::Write).await;
    created(&operator, "harbour-1").await;
    let path = user_path("harbour-1", ADA);
    let response = put(&operator, &path, &ada("administrator")).send().await.unwrap();
    let user: OperatorUser = read(response, 201).await;
    assert_eq!((user.state, user.role), (UserState::Active, Role::Administrator));
    assert_eq!((user.language.tag(), user.mail_sent), ("pl", false), "the account's language");
    assert!(user.warnings.is_empty());
    assert!(app.mails().is_empty());
    let person = app.bearer(&hs256(&claims(&app.clock, "s-ada", ADA)));
    let session: Value = person.session().await.json().await.unwrap();
    assert_eq!(session["accounts"][0]["name"], "Harbour & Sons");
    let account = session["accounts"][0]["id"].as_str().unwrap();
    let completion = format!("/accounts/{account}/completion?environment=sandbox");
    let completion: Value =
        person.api(Method::GET, &completion).send().await.unwrap().json().await.unwrap();
    assert_eq!((&completion["complete"], &completion["can_edit"]), (&false.into(), &true.into()));
    let again = put(&operator, &path, &ada("administrator")).send().await.unwrap();
    assert_eq!(read::<OperatorUser>(again, 200).await, user, "a repetition changes nothing");
}

#[tokio::test]
async fn an_invited_user_gets_one_mail_in_the_platforms_name_and_accepts() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let invite = json!({"name": "Ada", "role": "editor", "language": "it", "invite": true});
    let user = put_user(&operator, EMPTY_PARTNER, ADA, &invite).await;
    assert_eq!((user.state, user.mail_sent), (UserState::Invited, true));
    assert_eq!(user.invitation.unwrap().state, InvitationState::Pending);
    let again = put_user(&operator, EMPTY_PARTNER, ADA, &invite).await;
    assert!(!again.mail_sent);
    let mails = app.mails();
    assert_eq!(mails.len(), 1);
    app.clock.advance(chrono::TimeDelta::days(15));
    let renewed = put_user(&operator, EMPTY_PARTNER, ADA, &invite).await;
    assert!(renewed.mail_sent, "the first invitation had expired");
    // The operator can also make the invited user a member without an answer.
    let member = put_user(&operator, EMPTY_PARTNER, ADA, &ada("reader")).await;
    assert_eq!((member.state, member.role), (UserState::Active, Role::Reader));
    let page: UsersPage =
        read(operator.get(&path(EMPTY_PARTNER, "/users?query=ada")).await, 200).await;
    assert_eq!((page.total_size, page.users[0].email.as_str()), (1, ADA));
}

#[tokio::test]
async fn a_name_changes_in_all_accounts_and_is_found_there() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let maya = json!({"name": "Maja Łoś", "role": "editor", "language": "pl"});
    put_user(&operator, EMPTY_PARTNER, "Maya.Lindqvist@EXAMPLE.com", &maya).await;
    for partner in [EMPTY_PARTNER, COMPLETE_PARTNER] {
        let users = path(partner, "/users?query=los%20maja");
        let page: UsersPage = read(operator.get(&users).await, 200).await;
        assert_eq!(page.total_size, 1, "{partner}");
    }
    let found = operator.get(&user_path(COMPLETE_PARTNER, "maya.lindqvist@example.com")).await;
    assert_eq!(read::<OperatorUser>(found, 200).await.language.tag(), "pl");
}

#[tokio::test]
async fn the_last_administrator_can_be_removed_or_demoted_and_another_one_appointed() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let (giulia, maya) = ("giulia.conti@example.com", "maya.lindqvist@example.com");
    let first: UserRemoval = read(remove(&operator, EMPTY_PARTNER, maya, "").await, 200).await;
    assert!(first.warnings.is_empty());
    let body = json!({"name": "Giulia Conti", "role": "editor"});
    let demoted = put_user(&operator, EMPTY_PARTNER, giulia, &body).await;
    assert_eq!(demoted.warnings, [AccessWarning::NoAdministrator]);
    let last: UserRemoval = read(remove(&operator, EMPTY_PARTNER, giulia, "").await, 200).await;
    assert_eq!(last.warnings, [AccessWarning::NoAdministrator]);
    let appointed = put_user(&operator, EMPTY_PARTNER, ADA, &ada("administrator")).await;
    assert!(appointed.warnings.is_empty());
    problem(remove(&operator, EMPTY_PARTNER, giulia, "").await, ProblemCode::NotFound).await;
}

#[tokio::test]
async fn the_last_alert_contact_needs_a_replacement() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let (amara, oliver) = ("amara.okafor@example.com", "oliver.hughes@example.com");
    read::<UserRemoval>(remove(&operator, COMPLETE_PARTNER, oliver, "").await, 200).await;
    let refused = remove(&operator, COMPLETE_PARTNER, amara, "").await;
    problem(refused, ProblemCode::UserIsLastAlertContact).await;
    let unknown =
        remove(&operator, COMPLETE_PARTNER, amara, "?replacement_email=x@y.example").await;
    problem(unknown, ProblemCode::ReplacementNotPossible).await;
    let query = "?replacement_email=maya.lindqvist@example.com";
    read::<UserRemoval>(remove(&operator, COMPLETE_PARTNER, amara, query).await, 200).await;
    let document: Value =
        read(operator.get(&path(COMPLETE_PARTNER, "/contact-information")).await, 200).await;
    assert_eq!(document["alert_contacts"], json!(["maya.lindqvist@example.com"]));
    let partner = app.signed_in("usr_maya_lindqvist").await;
    let stored = partner.stored(COMPLETE).await;
    assert_eq!(stored.updated_by.unwrap().name, "Meridian", "the history names the platform");
}

#[tokio::test]
async fn all_errors_of_a_user_are_reported_at_once() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let body = json!({"name": "", "role": "tester"});
    let response =
        put(&operator, &user_path(COMPLETE_PARTNER, "nowhere"), &body).send().await.unwrap();
    let refused: Value = read(response, 422).await;
    assert_eq!(refused["code"], "user_invalid");
    let fields: Vec<_> =
        refused["errors"].as_array().unwrap().iter().map(|one| &one["field"]).collect();
    assert_eq!(fields, ["name", "email", "role"]);
    problem(operator.get(&user_path(EMPTY_PARTNER, ADA)).await, ProblemCode::NotFound).await;
    problem(operator.get(&user_path("missing", ADA)).await, ProblemCode::NotFound).await;
}

#[tokio::test]
async fn a_removed_user_loses_access_at_once() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let luca = app.signed_in("usr_luca_ferri").await;
    assert_eq!(luca.account(EMPTY).await.status(), 200);
    let removed = remove(&operator, EMPTY_PARTNER, "luca.ferri@example.com", "").await;
    assert_eq!(removed.status(), 200);
    assert_eq!(luca.session().await.status(), 401);
}
