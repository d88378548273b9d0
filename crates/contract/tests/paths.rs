//! Tests that paths are built correctly from any id or search text.

use partner_portal_contract::{
    Environment,
    paths::{self, UsersQuery},
    users::{Role, UserState},
};
use proptest::prelude::*;

#[test]
fn paths_match_the_http_contract() {
    assert_eq!(paths::account("acc_1"), "/accounts/acc_1");
    assert_eq!(
        paths::completion("acc_1", Environment::Sandbox),
        "/accounts/acc_1/completion?environment=sandbox"
    );
    assert_eq!(paths::draft("acc_1"), "/accounts/acc_1/contact-information/draft");
    assert_eq!(
        paths::revisions("acc_1", 20, ""),
        "/accounts/acc_1/contact-information/revisions?page_size=20"
    );
    assert_eq!(
        paths::revisions("acc_1", 20, "a b"),
        "/accounts/acc_1/contact-information/revisions?page_size=20&page_token=a%20b"
    );
    assert_eq!(paths::contact_information("acc_1"), "/accounts/acc_1/contact-information");
    assert_eq!(paths::user("acc_1", "usr_1"), "/accounts/acc_1/users/usr_1");
    assert_eq!(
        paths::remove_user("acc_1", "usr_1", Some("usr_2")),
        "/accounts/acc_1/users/usr_1?replacement_user_id=usr_2"
    );
    assert_eq!(paths::remove_user("acc_1", "..", None), "/accounts/acc_1/users/%252E%252E");
    assert_eq!(paths::user_invitation("acc_1", "usr_1"), "/accounts/acc_1/users/usr_1/invitation");
    assert_eq!(
        paths::reminders("acc_1", Environment::Production),
        "/accounts/acc_1/reminders?environment=production"
    );
    assert_eq!(
        paths::save_contact_information("acc_1", Environment::Production),
        "/accounts/acc_1/contact-information?environment=production"
    );
    assert_eq!(
        paths::onboarding_plan("acc_1", Environment::Production),
        "/accounts/acc_1/onboarding-plan?environment=production"
    );
}

#[test]
fn an_id_cannot_leave_its_segment() {
    for (id, segment) in [
        ("acc-1.x_y~z", "acc-1.x_y~z"),
        ("../session", "..%2Fsession"),
        ("a/b", "a%2Fb"),
        ("a\\b", "a%5Cb"),
        ("a?b=c", "a%3Fb%3Dc"),
        ("a#b", "a%23b"),
        ("a b", "a%20b"),
        ("a+b", "a%2Bb"),
        ("a%2Fb", "a%252Fb"),
        ("{account}", "%7Baccount%7D"),
        ("זית", "%D7%96%D7%99%D7%AA"),
        ("a\r\nb", "a%0D%0Ab"),
        ("...", "..."),
    ] {
        assert_eq!(paths::account(id), format!("/accounts/{segment}"), "{id:?}");
    }
}

#[test]
fn an_id_of_dots_is_not_a_relative_step() {
    // Browsers treat `%2E%2E` as `..`, too. Encoded twice, it reaches the server as an unknown id.
    assert_eq!(paths::account("."), "/accounts/%252E");
    assert_eq!(paths::contact_information(".."), "/accounts/%252E%252E/contact-information");
}

#[test]
fn a_search_for_users_contains_only_the_given_filters() {
    let query = UsersQuery { page_size: 50, ..UsersQuery::default() };
    assert_eq!(paths::users("acc_1", &query), "/accounts/acc_1/users?page_size=50");
    let query = UsersQuery {
        query: "Ann & Bob+1 = #3?".into(),
        role: Some(Role::Editor),
        state: Some(UserState::Active),
        page_size: 200,
        page_token: "a/b==".into(),
        ..UsersQuery::default()
    };
    assert_eq!(
        paths::users("acc_1", &query),
        "/accounts/acc_1/users?page_size=200&role=editor&state=active\
         &query=Ann%20%26%20Bob%2B1%20%3D%20%233%3F&page_token=a%2Fb%3D%3D"
    );
}

proptest! {
    #[test]
    fn a_hostile_id_stays_one_ascii_segment(id in any::<String>()) {
        let path = paths::completion(&id, Environment::Sandbox);
        let segment = path
            .strip_prefix("/accounts/")
            .and_then(|rest| rest.strip_suffix("/completion?environment=sandbox"))
            .expect("the pattern around the id");
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~%".contains(&b);
        prop_assert!(segment.bytes().all(plain), "{segment}");
        prop_assert!(segment != "." && segment != "..");
    }

    #[test]
    fn a_hostile_search_stays_one_parameter(query in ".{1,40}", page_token in ".{1,40}") {
        let query = UsersQuery { query, page_token, page_size: 1, role: None, ..UsersQuery::default() };
        let path = paths::users("acc_1", &query);
        prop_assert_eq!(path.matches('&').count(), 2);
        prop_assert_eq!(path.matches('=').count(), 3);
        prop_assert_eq!(path.matches('?').count(), 1);
        prop_assert!(path.is_ascii() && !path.contains(['#', ' ', '+']));
    }
}
