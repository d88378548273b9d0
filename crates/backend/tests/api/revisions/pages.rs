//! Tests the pages of the history.

use partner_portal_contract::{
    Environment, ProblemCode, paths,
    revision::{MAX_PAGE_SIZE, Revision, RevisionPage},
};
use reqwest::Method;

use crate::support::{
    fixtures::sandbox_input,
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_EDITOR, IN_TWO_ACCOUNTS, LARGE,
        LARGE_ADMINISTRATOR, TestApp,
    },
    visitor::{Visitor, problem},
};

async fn page(person: &Visitor, account: &str, query: &str) -> RevisionPage {
    let response = person.revisions(account, query).await;
    assert_eq!(response.status(), 200, "{query}");
    response.json().await.unwrap()
}

async fn save(person: &Visitor, over: u64) {
    let mut input = sandbox_input();
    input.operational_shared = format!("save{over}@example.com");
    let tag = format!("\"rev-{over}\"");
    let saved = person.save(EMPTY, Environment::Sandbox, &tag, &input).await;
    assert_eq!(saved.status(), 200);
}

fn numbers(revisions: &[Revision]) -> Vec<u64> {
    revisions.iter().map(|one| one.revision).collect()
}

#[tokio::test]
async fn pages_lead_from_the_newest_to_the_oldest_without_a_gap() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    for over in 0..7 {
        save(&person, over).await;
    }
    let whole = page(&person, EMPTY, "").await.revisions;
    assert_eq!(numbers(&whole), [7, 6, 5, 4, 3, 2, 1]);
    for page_size in [1, 2, 3, 6, 7, MAX_PAGE_SIZE] {
        let mut walked = Vec::new();
        let mut token = Some(String::new());
        while let Some(from) = token {
            let path = paths::revisions(EMPTY, page_size, &from);
            let response = person.api(Method::GET, &path).send().await.unwrap();
            let next: RevisionPage = response.json().await.unwrap();
            assert!((1..=page_size as usize).contains(&next.revisions.len()));
            walked.extend(next.revisions);
            token = next.next_page_token;
        }
        // The previous document of a revision does not depend on where its page ends.
        assert_eq!(walked, whole, "{page_size}");
    }
}

#[tokio::test]
async fn a_page_has_twenty_revisions_by_default() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    for over in 0..21 {
        save(&person, over).await;
    }
    let first = page(&person, EMPTY, "").await;
    assert_eq!(first.revisions.len(), 20);
    let token = first.next_page_token.unwrap();
    let last = page(&person, EMPTY, &format!("page_token={token}")).await;
    assert_eq!(numbers(&last.revisions), [1]);
    assert_eq!(last.next_page_token, None);
}

#[tokio::test]
async fn a_save_in_between_does_not_move_the_pages() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    for over in 0..4 {
        save(&person, over).await;
    }
    let first = page(&person, EMPTY, "page_size=2").await;
    save(&person, 4).await;
    let token = first.next_page_token.unwrap();
    let second = page(&person, EMPTY, &format!("page_size=2&page_token={token}")).await;
    assert_eq!(numbers(&second.revisions), [2, 1]);
}

#[tokio::test]
async fn invalid_parameters_are_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    for query in [
        "page_size=0",
        "page_size=51",
        "page_size=-1",
        "page_size=many",
        "page_size=",
        "page_token=x",
        "page_token=%00",
        "page_token=a&page_token=b",
    ] {
        problem(person.revisions(EMPTY, query).await, ProblemCode::InvalidParameter).await;
    }
}

#[tokio::test]
async fn a_page_token_is_valid_only_unchanged_and_for_its_own_history() {
    let app = TestApp::demo().await;
    let person = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let token = page(&person, COMPLETE, "page_size=1").await.next_page_token.unwrap();
    let refused = |person: Visitor, account: &'static str, token: String| async move {
        let response = person.revisions(account, &format!("page_token={token}")).await;
        problem(response, ProblemCode::InvalidParameter).await;
    };
    for at in [0, token.len() / 2, token.len() - 1] {
        let mut changed: Vec<char> = token.chars().collect();
        changed[at] = if changed[at] == 'A' { 'B' } else { 'A' };
        refused(person.clone(), COMPLETE, changed.into_iter().collect()).await;
    }
    let in_both = app.signed_in(IN_TWO_ACCOUNTS).await;
    refused(in_both.clone(), EMPTY, token.clone()).await;
    // Another user who may read the history can use the page token too.
    let next = page(&in_both, COMPLETE, &format!("page_token={token}")).await;
    assert_eq!(numbers(&next.revisions), [2, 1]);

    let person = app.signed_in(LARGE_ADMINISTRATOR).await;
    let users = person.users(LARGE, "page_size=1").await.text().await.unwrap();
    let users: serde_json::Value = serde_json::from_str(&users).unwrap();
    refused(person.clone(), LARGE, users["next_page_token"].as_str().unwrap().to_owned()).await;
    let token = page(&person, LARGE, "page_size=1").await.next_page_token.unwrap();
    let response = person.users(LARGE, &format!("page_token={token}")).await;
    problem(response, ProblemCode::InvalidParameter).await;
}
