//! Tests searching users.

use partner_portal_contract::{
    paths::{self, UsersQuery},
    users::{Role, UserState, UsersPage},
};
use reqwest::Method;

use crate::support::{
    fixtures::named,
    test_app::{EMPTY, EMPTY_ADMINISTRATOR, LARGE, LARGE_ADMINISTRATOR, TestApp},
    visitor::Visitor,
};

async fn page(person: &Visitor, account: &str, query: &UsersQuery) -> UsersPage {
    let response = person.api(Method::GET, &paths::users(account, query)).send().await.unwrap();
    assert_eq!(response.status(), 200);
    response.json().await.unwrap()
}

/// Returns the names that a search finds, sorted by name.
async fn found(person: &Visitor, query: &str) -> Vec<String> {
    let query = UsersQuery { query: query.to_owned(), page_size: 200, ..UsersQuery::default() };
    page(person, EMPTY, &query).await.users.into_iter().map(|user| user.name).collect()
}

async fn add(person: &Visitor, people: &[(&str, &str)]) {
    for (name, email) in people {
        let response = person.add_user(EMPTY, &named(name, email, Role::Reader)).await;
        assert_eq!(response.status(), 201, "{name}");
    }
}

#[tokio::test]
async fn the_state_filter_finds_one_active_user_among_sixty_invited_ones() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    for number in 0..60 {
        add(&person, &[("Giulia Aabye", &format!("giulia.{number:02}@example.com"))]).await;
    }
    let query = UsersQuery { query: "giulia".to_owned(), page_size: 50, ..UsersQuery::default() };
    let all = page(&person, EMPTY, &query).await;
    assert_eq!(all.total_size, 61);
    assert!(all.users.iter().all(|user| user.state == UserState::Invited));
    let active = UsersQuery { state: Some(UserState::Active), ..query.clone() };
    let active = page(&person, EMPTY, &active).await;
    assert_eq!((active.total_size, active.next_page_token), (1, None));
    assert_eq!(active.users[0].name, "Giulia Conti");
    let invited = UsersQuery { state: Some(UserState::Invited), ..query };
    assert_eq!(page(&person, EMPTY, &invited).await.total_size, 60);
}

#[tokio::test]
async fn a_state_filters_the_list_on_all_pages() {
    let app = TestApp::demo().await;
    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    for state in UserState::ALL {
        let mut query = UsersQuery { state: Some(state), page_size: 200, ..UsersQuery::default() };
        let (mut count, mut total) = (0, None);
        // Reads the first pages. For invited users, these are all pages.
        for _ in 0..4 {
            let page = page(&person, LARGE, &query).await;
            assert!(page.users.iter().all(|user| user.state == state));
            assert_eq!(*total.get_or_insert(page.total_size), page.total_size);
            count += page.users.len() as u64;
            let Some(token) = page.next_page_token else { break };
            query.page_token = token;
        }
        let expected = if state == UserState::Invited { total } else { Some(800) };
        assert_eq!(Some(count), expected);
    }
}

#[tokio::test]
async fn names_are_found_without_typing_diacritics() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    add(
        &person,
        &[
            ("Łukasz Wróbel", "lw@example.com"),
            ("Hans Ørsted", "ho@example.com"),
            ("Siobhán O’Brien", "s.o'brien@example.com"),
            ("Yıldız Weiß", "yw@example.com"),
        ],
    )
    .await;
    for (query, name) in [
        ("lukasz", "Łukasz Wróbel"),
        ("Łukasz", "Łukasz Wróbel"),
        ("wrobel  lukasz", "Łukasz Wróbel"),
        ("Wróbel, Łukasz", "Łukasz Wróbel"),
        ("orsted", "Hans Ørsted"),
        ("o'brien", "Siobhán O’Brien"),
        ("o’brien", "Siobhán O’Brien"),
        ("obrien siobhan", "Siobhán O’Brien"),
        ("yildiz weiss", "Yıldız Weiß"),
        ("WEISS", "Yıldız Weiß"),
        ("conti giulia", "Giulia Conti"),
        ("ben david", "Noa Ben-David"),
        ("Noa Ben‑David", "Noa Ben-David"),
        ("Anna Nowak <tomasz.zielinski@example.com>", "Tomasz Zieliński"),
        ("\"O’Brien, Siobhán\" <S.O’Brien@Example.com>", "Siobhán O’Brien"),
        ("romano chiara.romano@", "Chiara Romano"),
    ] {
        assert_eq!(found(&person, query).await, [name], "{query}");
    }
    for query in ["giulia romano", "łukasz ørsted", "’", "Giulia Conti <missing@example.com>"] {
        assert!(found(&person, query).await.is_empty(), "{query}");
    }
}
