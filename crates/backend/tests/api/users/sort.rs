//! Tests the sort orders of the list of users.

use partner_portal_contract::{
    ProblemCode,
    paths::{self, UsersQuery},
    users::{Role, User, UserState, UsersPage, UsersSort},
};
use reqwest::Method;

use crate::support::{
    fixtures::named,
    test_app::{EMPTY, EMPTY_ADMINISTRATOR, EMPTY_READER, LARGE, LARGE_ADMINISTRATOR, TestApp},
    visitor::{Visitor, problem},
};

async fn all_pages(person: &Visitor, account: &str, mut query: UsersQuery) -> Vec<User> {
    let mut users = Vec::new();
    loop {
        let response = person.api(Method::GET, &paths::users(account, &query)).send().await;
        let page: UsersPage = response.unwrap().json().await.unwrap();
        users.extend(page.users);
        match page.next_page_token {
            Some(token) => query.page_token = token,
            None => return users,
        }
    }
}

fn names(users: &[User]) -> Vec<&str> {
    users.iter().map(|user| user.name.split(' ').next().unwrap()).collect()
}

#[tokio::test]
async fn a_small_account_can_be_sorted_in_every_order() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_READER).await;
    for (sort, expected) in [
        (UsersSort::Name, ["Chiara", "Giulia", "Luca", "Maya", "Noa", "Tomasz"]),
        (UsersSort::NameDescending, ["Tomasz", "Noa", "Maya", "Luca", "Giulia", "Chiara"]),
        (UsersSort::Role, ["Giulia", "Maya", "Chiara", "Tomasz", "Noa", "Luca"]),
        (UsersSort::RoleDescending, ["Luca", "Noa", "Chiara", "Tomasz", "Giulia", "Maya"]),
        (UsersSort::State, ["Giulia", "Luca", "Maya", "Noa", "Tomasz", "Chiara"]),
        (UsersSort::StateDescending, ["Chiara", "Giulia", "Luca", "Maya", "Noa", "Tomasz"]),
    ] {
        for page_size in [1, 2, 200] {
            let query = UsersQuery { sort, page_size, ..UsersQuery::default() };
            let users = all_pages(&person, EMPTY, query).await;
            assert_eq!(names(&users), expected, "{}", sort.as_str());
        }
    }
}

#[tokio::test]
async fn users_with_equal_names_are_sorted_by_id_in_every_order() {
    let app = TestApp::demo().await;
    app.change_database(
        "UPDATE users SET name = 'Same' WHERE id LIKE 'usr_%';
         UPDATE memberships SET name_key = 'same';
         UPDATE invitations SET name = 'Same', name_key = 'same'",
    )
    .await;
    let person = app.signed_in(EMPTY_READER).await;
    for sort in UsersSort::ALL {
        let query = UsersQuery { sort, page_size: 1, ..UsersQuery::default() };
        let users = all_pages(&person, EMPTY, query).await;
        assert_eq!(users.len(), 6, "{}", sort.as_str());
        let groups = |user: &User| match sort {
            UsersSort::Role | UsersSort::RoleDescending => user.role.as_str(),
            UsersSort::State | UsersSort::StateDescending if user.state == UserState::Invited => {
                "invited"
            }
            _ => "",
        };
        for pair in users.windows(2).filter(|pair| groups(&pair[0]) == groups(&pair[1])) {
            assert!(pair[0].id < pair[1].id, "{}", sort.as_str());
        }
    }
}

#[tokio::test]
async fn every_order_lists_ten_thousand_users_once() {
    let app = TestApp::demo().await;
    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    for sort in UsersSort::ALL {
        let query = UsersQuery { sort, page_size: 200, ..UsersQuery::default() };
        let users = all_pages(&person, LARGE, query).await;
        let ids: std::collections::BTreeSet<_> = users.iter().map(|user| &user.id).collect();
        assert_eq!((users.len(), ids.len()), (10_000, 10_000), "{}", sort.as_str());
        let ranks: Vec<i32> = users
            .iter()
            .map(|user| match sort {
                UsersSort::Role => user.role as i32,
                UsersSort::RoleDescending => -(user.role as i32),
                UsersSort::State => i32::from(user.state == UserState::Invited),
                UsersSort::StateDescending => i32::from(user.state == UserState::Active),
                UsersSort::Name | UsersSort::NameDescending => 0,
            })
            .collect();
        assert!(ranks.is_sorted(), "{}", sort.as_str());
    }
}

#[tokio::test]
async fn names_are_sorted_by_collation_and_pages_can_split_equal_names() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let added = ["Zoe", "Łukasz", "Ángel", "Ørsted", "Łukasz", "Ñusta", "Zoë", "Łukasz"];
    for (number, name) in added.into_iter().enumerate() {
        let input = named(name, &format!("{number}@sorted.example.com"), Role::Reader);
        assert_eq!(person.add_user(EMPTY, &input).await.status(), 201);
    }
    for page_size in [1, 2, 3, 200] {
        let query = UsersQuery {
            query: "@sorted.example.com".to_owned(),
            page_size,
            ..UsersQuery::default()
        };
        let users = all_pages(&person, EMPTY, query).await;
        let expected = ["Ángel", "Łukasz", "Łukasz", "Łukasz", "Ñusta", "Ørsted", "Zoe", "Zoë"];
        assert_eq!(names(&users), expected, "{page_size}");
        let ids: std::collections::BTreeSet<_> = users.iter().map(|user| &user.id).collect();
        assert_eq!(ids.len(), expected.len(), "{page_size}");
    }
}

#[tokio::test]
async fn a_search_and_a_role_keep_the_order() {
    let app = TestApp::demo().await;
    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    let query = |sort| UsersQuery {
        query: "or".to_owned(),
        role: Some(Role::Editor),
        sort,
        page_size: 7,
        ..UsersQuery::default()
    };
    let forward = all_pages(&person, LARGE, query(UsersSort::Name)).await;
    let mut backward = all_pages(&person, LARGE, query(UsersSort::NameDescending)).await;
    backward.reverse();
    assert!(forward.len() > 7);
    assert!(forward.iter().all(|user| user.role == Role::Editor));
    assert_eq!(names(&forward), names(&backward));
}

#[tokio::test]
async fn an_unknown_order_is_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_READER).await;
    for sort in ["", "email", "Name", "--name", "name,role", "+name", "name;DROP TABLE users"] {
        let response = person.users(EMPTY, &format!("sort={sort}")).await;
        problem(response, ProblemCode::InvalidParameter).await;
    }
}

#[tokio::test]
async fn a_page_token_is_valid_only_for_its_own_order() {
    let app = TestApp::demo().await;
    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    let first = person.users(LARGE, "sort=role&page_size=3").await;
    let token = first.json::<UsersPage>().await.unwrap().next_page_token.unwrap();
    let right = person.users(LARGE, &format!("sort=role&page_token={token}")).await;
    assert_eq!(right.status(), 200);
    for query in ["", "sort=name&", "sort=-role&", "sort=role&role=editor&", "sort=role&query=a&"] {
        let response = person.users(LARGE, &format!("{query}page_token={token}")).await;
        problem(response, ProblemCode::InvalidParameter).await;
    }
    for at in 0..token.len() {
        let mut changed: Vec<char> = token.chars().collect();
        changed[at] = if changed[at] == 'A' { 'B' } else { 'A' };
        let changed: String = changed.into_iter().collect();
        let response = person.users(LARGE, &format!("sort=role&page_token={changed}")).await;
        problem(response, ProblemCode::InvalidParameter).await;
    }
}
