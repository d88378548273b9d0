//! Tests inviting users to an account.

use partner_portal_contract::{
    FieldError, FieldErrorCode, ProblemCode,
    language::Language,
    paths,
    users::{InvitationState, NewUserInput, Role, UserField, UserState, UsersPage},
};
use reqwest::{Method, header::CONTENT_TYPE};
use serde_json::json;

use crate::support::{
    fixtures::{named, newcomer},
    test_app::{
        COMPLETE, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_EDITOR, EMPTY_READER, EMPTY_TESTER, EXPIRED,
        EXPIRED_ADMINISTRATOR, TestApp,
    },
    users::{invited, user, user_errors},
    visitor::{Visitor, problem},
};

async fn people(person: &Visitor, account: &str) -> u64 {
    person.users(account, "").await.json::<UsersPage>().await.unwrap().total_size
}

#[tokio::test]
async fn a_new_user_is_invited_for_fourteen_days_and_mailed() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let input = NewUserInput {
        language: Language::Polish,
        ..named("  Zoë   Kowalska ", "Zoe.Kowalska@EXAMPLE.com", Role::Tester)
    };
    let response = person.add_user(EMPTY, &input).await;
    assert_eq!(response.status(), 201);
    let added = invited(response).await;
    assert_eq!(added.user.name, "Zoë Kowalska");
    assert_eq!(added.user.email, "Zoe.Kowalska@example.com");
    assert_eq!((added.user.role, added.user.state), (Role::Tester, UserState::Invited));
    let invitation = added.user.invitation.clone().unwrap();
    assert_eq!(invitation.state, InvitationState::Pending);
    assert_eq!(invitation.sent_at, "2026-11-21T12:00:00Z");
    assert_eq!(invitation.expires_at, "2026-12-05T12:00:00Z");
    assert!(added.mail_sent);
    assert!(added.sign_in_url.starts_with("http://127.0.0.1:"));
    assert!(added.sign_in_url.ends_with("/?account=acc_bella_vista"));
    assert_eq!(user(&person, EMPTY, &added.user.id).await, Some(added.user));
    let mails = app.mails();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].header("Content-Language"), Some("pl"));
}

#[tokio::test]
async fn an_invitation_succeeds_even_if_its_mail_fails() {
    let app = TestApp::start(&["--demo", "--smtp-url", "smtp://127.0.0.1:9"]).await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let added = invited(person.add_user(EMPTY, &newcomer(Role::Reader)).await).await;
    assert!(!added.mail_sent);
    assert_eq!(app.joined(&added.user.id).await.account(EMPTY).await.status(), 200);
}

#[tokio::test]
async fn the_sign_in_link_uses_the_public_address() {
    let flags = ["--demo", "--public-url", "https://portal.example.com/partners"];
    let app = TestApp::start(&flags).await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let added = invited(person.add_user(EMPTY, &newcomer(Role::Reader)).await).await;
    let link = "https://portal.example.com/partners?account=acc_bella_vista";
    assert_eq!(added.sign_in_url, link);
    let root = app.visitor().get("/?account=acc_bella_vista").await;
    assert_eq!(root.headers()["location"], "/portal/?account=acc_bella_vista");
}

#[tokio::test]
async fn every_error_of_every_field_is_reported_and_no_user_is_added() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let forbidden_name = FieldErrorCode::NameForbiddenCharacter;
    for (name, email, field, code) in [
        ("", "a@x.com", UserField::Name, FieldErrorCode::Required),
        ("Ann\r\nBcc: b@x.com", "a@x.com", UserField::Name, forbidden_name),
        ("Ann\u{2028}Bcc: b@x.com", "a@x.com", UserField::Name, forbidden_name),
        ("Ann\u{0}", "a@x.com", UserField::Name, forbidden_name),
        ("Ann https://win.example", "a@x.com", UserField::Name, FieldErrorCode::NameHasLink),
        ("Ann www.win.example", "a@x.com", UserField::Name, FieldErrorCode::NameHasLink),
        ("Ann win.example/prize", "a@x.com", UserField::Name, FieldErrorCode::NameHasLink),
        ("\u{202e}nnA", "a@x.com", UserField::Name, forbidden_name),
        ("\u{2066}Ann", "a@x.com", UserField::Name, forbidden_name),
        (&"n".repeat(10_000), "a@x.com", UserField::Name, FieldErrorCode::NameTooLong),
        ("Ann", "a@x.com\r\nBcc: b@x.com", UserField::Email, FieldErrorCode::EmailNotOneAddress),
        ("Ann", "a@x.com,b@x.com", UserField::Email, FieldErrorCode::EmailNotOneAddress),
        ("Ann", "a\u{202e}@x.com", UserField::Email, FieldErrorCode::EmailForbiddenCharacter),
        ("Ann", "\"a b\"@x.com", UserField::Email, FieldErrorCode::EmailUnsupportedForm),
        ("Ann", "", UserField::Email, FieldErrorCode::EmailEmpty),
        ("Ken", "\u{212A}enji@x.com", UserField::Email, FieldErrorCode::EmailLocalPart),
        ("Ann", "ann", UserField::Email, FieldErrorCode::EmailAtSign),
        (
            "Ann",
            &format!("{}@x.com", "a".repeat(65)),
            UserField::Email,
            FieldErrorCode::EmailLocalPartTooLong,
        ),
    ] {
        let response = person.add_user(EMPTY, &named(name, email, Role::Reader)).await;
        assert_eq!(
            user_errors(response).await,
            [FieldError::of_field(field, code)],
            "{name} {email}"
        );
    }
    let nothing = json!({"name": "", "email": ""});
    let codes: Vec<_> = user_errors(person.add_user(EMPTY, &nothing).await)
        .await
        .into_iter()
        .map(|error| (error.field, error.code))
        .collect();
    assert_eq!(
        codes,
        [
            (UserField::Name, FieldErrorCode::Required),
            (UserField::Email, FieldErrorCode::EmailEmpty),
            (UserField::Role, FieldErrorCode::Required),
        ]
    );
    assert_eq!(people(&person, EMPTY).await, 6);
    assert!(app.mails().is_empty());
}

#[tokio::test]
async fn a_role_that_the_integration_type_lacks_is_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EXPIRED_ADMINISTRATOR).await;
    let unavailable = [FieldError::of_field(UserField::Role, FieldErrorCode::RoleUnavailable)];
    let owner = json!({"name": "Ann", "email": "a@x.com", "role": "owner"});
    for refused in [
        person.add_user(EXPIRED, &newcomer(Role::Tester)).await,
        person.add_user(EXPIRED, &owner).await,
    ] {
        assert_eq!(user_errors(refused).await, unavailable);
    }
}

#[tokio::test]
async fn a_body_with_another_structure_is_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let whole = json!({"name": "Ann", "email": "a@x.com", "role": "reader"});
    for (field, value) in [
        ("id", json!("usr_giulia_conti")),
        ("state", json!("active")),
        ("account_id", json!(COMPLETE)),
        ("language", json!("tlh")),
        ("name", json!(7)),
        ("email", json!(["a@x.com"])),
    ] {
        let mut body = whole.clone();
        body[field] = value;
        problem(person.add_user(EMPTY, &body).await, ProblemCode::InvalidBody).await;
    }
    let path = paths::USERS.replace("{account}", EMPTY);
    let post = |content_type: &'static str, body: String| {
        person.api(Method::POST, &path).header(CONTENT_TYPE, content_type).body(body).send()
    };
    let large = format!("{{\"name\": \"{}\"}}", "n".repeat(65 * 1024));
    for (content_type, body, code) in [
        ("text/plain", whole.to_string(), ProblemCode::UnsupportedMediaType),
        ("application/json", "{".to_owned(), ProblemCode::MalformedJson),
        ("application/json", large, ProblemCode::BodyTooLarge),
    ] {
        problem(post(content_type, body).await.unwrap(), code).await;
    }
    assert_eq!(people(&person, EMPTY).await, 6);
}

#[tokio::test]
async fn different_spellings_of_a_mailbox_are_one_user() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    for email in
        ["Noa.BenDavid@Example.COM", " noa.bendavid@example.com ", "chiara.romano@example.com"]
    {
        let response = person.add_user(EMPTY, &named("Newcomer", email, Role::Reader)).await;
        problem(response, ProblemCode::EmailTaken).await;
    }
    invited(person.add_user(EMPTY, &named("A", "Żaneta@example.com", Role::Reader)).await).await;
    let again = person.add_user(EMPTY, &named("B", "żANETA@example.com", Role::Reader)).await;
    problem(again, ProblemCode::EmailTaken).await;
}

#[tokio::test]
async fn only_administrators_manage_users() {
    let app = TestApp::demo().await;
    for id in [EMPTY_EDITOR, EMPTY_READER, EMPTY_TESTER] {
        let person = app.signed_in(id).await;
        for refused in [
            person.add_user(EMPTY, &newcomer(Role::Reader)).await,
            person.add_user(EMPTY, &json!({"name": 7})).await,
            person
                .change_user(EMPTY, id, &crate::support::fixtures::role(Role::Administrator))
                .await,
            person
                .change_user(EMPTY, "usr_missing", &crate::support::fixtures::role(Role::Reader))
                .await,
            person.remove_user(EMPTY, EMPTY_ADMINISTRATOR, None).await,
            person.remove_user(EMPTY, id, None).await,
            person.invite_again(EMPTY, "inv_chiara_romano").await,
        ] {
            problem(refused, ProblemCode::NotPermitted).await;
        }
        assert_eq!(people(&person, EMPTY).await, 6);
    }
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let path = format!("/api/v1{}", paths::user(EMPTY, EMPTY_READER));
    let forged = administrator.request(Method::DELETE, &path).send().await.unwrap();
    problem(forged, ProblemCode::CsrfHeaderMissing).await;
}

#[tokio::test]
async fn two_concurrent_requests_add_the_same_user_once() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let input = newcomer(Role::Reader);
    let adds = (0..8).map(|_| person.add_user(EMPTY, &input));
    let mut statuses: Vec<_> = futures_util::future::join_all(adds)
        .await
        .iter()
        .map(|response| response.status().as_u16())
        .collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409, 409, 409, 409, 409]);
    assert_eq!(people(&person, EMPTY).await, 7);
}
