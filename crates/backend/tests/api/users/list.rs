//! Tests the list of an account's users.

use std::collections::BTreeSet;

use partner_portal_contract::{
    ProblemCode,
    paths::{self, UsersQuery},
    users::{Invitation, InvitationState, Role, User, UserState, UsersPage},
};
use reqwest::Method;

use crate::support::{
    test_app::{EMPTY, EMPTY_READER, LARGE, LARGE_ADMINISTRATOR, TestApp},
    visitor::{Visitor, problem},
};

async fn page(person: &Visitor, account: &str, query: &str) -> UsersPage {
    let response = person.users(account, query).await;
    assert_eq!(response.status(), 200, "{query}");
    response.json().await.unwrap()
}

fn names(page: &UsersPage) -> Vec<&str> {
    page.users.iter().map(|user| user.name.as_str()).collect()
}

#[tokio::test]
async fn all_users_of_a_small_account_are_on_one_page_sorted_by_name() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_READER).await;
    let all = page(&person, EMPTY, "").await;
    assert_eq!(
        names(&all),
        [
            "Chiara Romano",
            "Giulia Conti",
            "Luca Ferri",
            "Maya Lindqvist",
            "Noa Ben-David",
            "Tomasz Zieliński"
        ]
    );
    assert_eq!(all.total_size, 6);
    assert_eq!(all.next_page_token, None);
    let invited = User {
        id: "inv_chiara_romano".to_owned(),
        name: "Chiara Romano".to_owned(),
        email: "chiara.romano@example.com".to_owned(),
        role: Role::Editor,
        state: UserState::Invited,
        invitation: Some(Invitation {
            state: InvitationState::Pending,
            sent_at: "2026-11-19T12:00:00Z".to_owned(),
            expires_at: "2026-12-03T12:00:00Z".to_owned(),
        }),
        is_alert_contact: false,
    };
    assert_eq!(all.users[0], invited);
}

#[tokio::test]
async fn the_pages_list_ten_thousand_users_without_gaps_or_repetitions() {
    let app = TestApp::demo().await;
    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    let mut query = UsersQuery { page_size: 200, ..UsersQuery::default() };
    let mut seen = BTreeSet::new();
    loop {
        let response = person.api(Method::GET, &paths::users(LARGE, &query)).send().await;
        let page: UsersPage = response.unwrap().json().await.unwrap();
        assert_eq!(page.total_size, 10_000);
        assert!(page.users.len() <= 200);
        for user in page.users {
            assert!(seen.insert(user.id), "a user is listed twice");
        }
        match page.next_page_token {
            Some(token) => query.page_token = token,
            None => break,
        }
    }
    assert_eq!(seen.len(), 10_000);
}

#[tokio::test]
async fn a_page_has_fifty_users_by_default() {
    let app = TestApp::demo().await;
    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    assert_eq!(page(&person, LARGE, "").await.users.len(), 50);
    assert_eq!(page(&person, LARGE, "page_size=1").await.users.len(), 1);
    assert_eq!(page(&person, LARGE, "page_size=200").await.users.len(), 200);
}

#[tokio::test]
async fn a_search_ignores_case_and_accents_in_names_and_addresses() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_READER).await;
    for query in ["ZIELIŃ", "zielinski", "tomasz.zielinski@EXAMPLE.com", "%20tomasz%20"] {
        let found = page(&person, EMPTY, &format!("query={query}")).await;
        assert_eq!(names(&found), ["Tomasz Zieliński"], "{query}");
        assert_eq!(found.total_size, 1);
    }
    // Wildcards of the database's search are ordinary characters in a query.
    for query in ["%25", "_", "\\", "'"] {
        assert_eq!(page(&person, EMPTY, &format!("query={query}")).await.total_size, 0, "{query}");
    }
    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    let found = page(&person, LARGE, "query=כהן&page_size=200").await;
    assert!(found.users.len() > 10);
    assert!(found.users.iter().all(|user| user.name.contains("כהן")));
}

#[tokio::test]
async fn a_role_filters_the_list_on_all_pages() {
    let app = TestApp::demo().await;
    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    let administrators = page(&person, LARGE, "role=administrator").await;
    assert_eq!(names(&administrators), ["Beatriz Moreira", "Kenji Watanabe"]);
    let first = page(&person, LARGE, "role=editor&page_size=100").await;
    let token = first.next_page_token.unwrap();
    let second =
        page(&person, LARGE, &format!("role=editor&page_size=100&page_token={token}")).await;
    assert_eq!(second.total_size, first.total_size);
    assert!(second.users.iter().all(|user| user.role == Role::Editor));
    assert_eq!(page(&person, LARGE, "role=tester").await.total_size, 0);
}

#[tokio::test]
async fn invalid_parameters_are_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_READER).await;
    for query in [
        "page_size=0",
        "page_size=201",
        "page_size=-1",
        "page_size=many",
        "page_size=",
        "page_size=99999999999",
        "role=owner",
        "role=unknown",
        "role=",
        "state=unknown",
        "state=expired",
        "state=Active",
        "state=",
        "state=active&state=invited",
        "page_token=x",
        "page_token=%00",
        "query=a&query=b",
    ] {
        problem(person.users(EMPTY, query).await, ProblemCode::InvalidParameter).await;
    }
}

#[tokio::test]
async fn a_page_token_is_valid_only_unchanged_and_for_its_own_list() {
    let app = TestApp::demo().await;
    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    let token = page(&person, LARGE, "page_size=10").await.next_page_token.unwrap();
    for at in [0, token.len() / 2, token.len() - 1] {
        let mut changed: Vec<char> = token.chars().collect();
        changed[at] = if changed[at] == 'A' { 'B' } else { 'A' };
        let changed: String = changed.into_iter().collect();
        let response = person.users(LARGE, &format!("page_token={changed}")).await;
        problem(response, ProblemCode::InvalidParameter).await;
    }
    for parameter in ["query=a", "role=editor", "state=active"] {
        let response = person.users(LARGE, &format!("{parameter}&page_token={token}")).await;
        problem(response, ProblemCode::InvalidParameter).await;
    }
    let other = app.signed_in(EMPTY_READER).await;
    let response = other.users(EMPTY, &format!("page_token={token}")).await;
    problem(response, ProblemCode::InvalidParameter).await;
}
