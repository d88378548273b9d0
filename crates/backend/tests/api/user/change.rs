//! Tests changing a user's role.

use partner_portal_contract::{
    Environment, FieldError, FieldErrorCode, ProblemCode,
    users::{Role, UserChange, UserField, UserState},
};
use reqwest::Method;
use serde_json::json;

use crate::support::{
    fixtures::role,
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_INVITED, EMPTY_READER,
        EXPIRED, EXPIRED_ADMINISTRATOR, FIRST_REVISION, IN_TWO_ACCOUNTS, TestApp,
    },
    users::{user, user_errors},
    visitor::{completion, etag, problem},
};

const SANDBOX: Environment = Environment::Sandbox;

#[tokio::test]
async fn a_new_role_applies_to_the_next_request_and_ends_the_long_poll() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let reader = app.signed_in(EMPTY_READER).await;
    let known = etag(reader.completion(EMPTY, SANDBOX).await.headers());
    let wait = reader.wait_for_completion(EMPTY, SANDBOX, &known, 25);
    let editor = role(Role::Editor);
    let promote = administrator.change_user(EMPTY, EMPTY_READER, &editor);
    let (answer, promoted) = tokio::join!(wait, promote);
    assert_eq!(promoted.status(), 200);
    assert_eq!(promoted.json::<serde_json::Value>().await.unwrap()["role"], "editor");
    let completion = completion(answer).await;
    assert_eq!((completion.role, completion.can_edit), (Role::Editor, true));
    assert_eq!(reader.draft(EMPTY).await.status(), 200);
    let demoted = administrator.change_user(EMPTY, EMPTY_READER, &role(Role::Tester)).await;
    assert_eq!(demoted.status(), 200);
    problem(reader.draft(EMPTY).await, ProblemCode::NotPermitted).await;
}

#[tokio::test]
async fn every_role_can_be_changed_to_every_other() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    for from in Role::ALL {
        for to in Role::ALL {
            for (id, state) in
                [(EMPTY_READER, UserState::Active), (EMPTY_INVITED, UserState::Invited)]
            {
                administrator.change_user(EMPTY, id, &role(from)).await;
                assert_eq!(administrator.change_user(EMPTY, id, &role(to)).await.status(), 200);
                let changed = user(&administrator, EMPTY, id).await.unwrap();
                assert_eq!((changed.role, changed.state), (to, state));
            }
        }
    }
}

#[tokio::test]
async fn a_role_that_the_integration_type_lacks_cannot_be_set() {
    let app = TestApp::demo().await;
    let administrator = app.signed_in(EXPIRED_ADMINISTRATOR).await;
    let unavailable = [FieldError::of_field(UserField::Role, FieldErrorCode::RoleUnavailable)];
    for name in ["tester", "owner", "unknown", "", "Administrator"] {
        let change = json!({"role": name});
        let response = administrator.change_user(EXPIRED, "usr_yusuf_demir", &change).await;
        assert_eq!(user_errors(response).await, unavailable, "{name}");
    }
    for change in [json!({}), json!({"role": "reader", "name": "X"}), json!({"role": null})] {
        let response = administrator.change_user(EXPIRED, "usr_yusuf_demir", &change).await;
        problem(response, ProblemCode::InvalidBody).await;
    }
}

#[tokio::test]
async fn the_last_active_administrator_cannot_be_demoted() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    // An invited user does not count until they accept.
    person.change_user(EMPTY, EMPTY_INVITED, &role(Role::Administrator)).await;
    let demoted = person.change_user(EMPTY, IN_TWO_ACCOUNTS, &role(Role::Editor)).await;
    assert_eq!(demoted.status(), 200);
    let last = person.change_user(EMPTY, EMPTY_ADMINISTRATOR, &role(Role::Editor)).await;
    problem(last, ProblemCode::LastAdministrator).await;
    let same = person.change_user(EMPTY, EMPTY_ADMINISTRATOR, &role(Role::Administrator)).await;
    assert_eq!(same.status(), 200);
    app.joined(EMPTY_INVITED).await;
    let own = person.change_user(EMPTY, EMPTY_ADMINISTRATOR, &role(Role::Reader)).await;
    assert_eq!(own.status(), 200);
    let after = person.change_user(EMPTY, EMPTY_ADMINISTRATOR, &role(Role::Administrator)).await;
    problem(after, ProblemCode::NotPermitted).await;
}

#[tokio::test]
async fn an_alert_contact_stays_one_unless_a_replacement_is_named() {
    let app = TestApp::demo().await;
    let person = app.signed_in("usr_oliver_hughes").await;
    let changed = person.change_user(COMPLETE, COMPLETE_ADMINISTRATOR, &role(Role::Reader)).await;
    let changed: partner_portal_contract::users::User = changed.json().await.unwrap();
    assert!(changed.is_alert_contact);
    assert_eq!(person.stored(COMPLETE).await.revision, FIRST_REVISION);
    let replaced =
        UserChange { role: Role::Editor, replacement_user_id: Some(IN_TWO_ACCOUNTS.to_owned()) };
    let changed = person.change_user(COMPLETE, COMPLETE_ADMINISTRATOR, &replaced).await;
    let changed: partner_portal_contract::users::User = changed.json().await.unwrap();
    assert!(!changed.is_alert_contact && changed.role == Role::Editor);
    let stored = person.stored(COMPLETE).await;
    assert_eq!(stored.revision, FIRST_REVISION + 1);
    assert_eq!(stored.contact_information.alert_contacts, [IN_TWO_ACCOUNTS, "usr_oliver_hughes"]);
    for id in ["inv_george_whitfield", EMPTY_READER, COMPLETE_ADMINISTRATOR, ""] {
        let refused = UserChange { role: Role::Reader, replacement_user_id: Some(id.to_owned()) };
        let refused = person.change_user(COMPLETE, COMPLETE_ADMINISTRATOR, &refused).await;
        problem(refused, ProblemCode::ReplacementNotPossible).await;
    }
    let unchanged = user(&person, COMPLETE, COMPLETE_ADMINISTRATOR).await.unwrap();
    assert_eq!(unchanged.role, Role::Editor);
}

#[tokio::test]
async fn users_of_another_account_cannot_be_changed() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    for id in [COMPLETE_ADMINISTRATOR, "usr_missing", "%2e%2e", "' OR 1=1 --"] {
        let response = person.change_user(EMPTY, id, &role(Role::Reader)).await;
        problem(response, ProblemCode::NotFound).await;
    }
    let response = person.api(Method::GET, "/accounts/acc_bella_vista/users/usr_noa_ben_david");
    problem(response.send().await.unwrap(), ProblemCode::MethodNotAllowed).await;
}
