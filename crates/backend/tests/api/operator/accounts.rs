//! Tests the list of accounts.

use partner_portal_backend::storage::operator_tokens::TokenScope;
use partner_portal_contract::{
    Environment, ProblemCode,
    operator::{OperatorAccount, OperatorAccountsPage},
};

use super::client::{COMPLETE_PARTNER, EMPTY_PARTNER, LARGE_PARTNER, created, read};
use crate::support::{
    fixtures::sandbox_input,
    test_app::{EMPTY, EMPTY_EDITOR, TestApp},
    visitor::{Visitor, problem},
};

async fn page(operator: &Visitor, query: &str) -> OperatorAccountsPage {
    let path = format!("/api/v1/operator/accounts?{query}");
    read(operator.get(&path).await, 200).await
}

async fn ids(operator: &Visitor, query: &str) -> Vec<String> {
    page(operator, query).await.accounts.into_iter().map(|one| one.partner_id).collect()
}

#[tokio::test]
async fn accounts_are_found_by_name_partner_id_and_integration_type() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Read).await;
    assert_eq!(ids(&operator, "").await.len(), 5);
    assert_eq!(ids(&operator, "query=bella%20VISTA").await, [EMPTY_PARTNER]);
    assert_eq!(ids(&operator, "query=21006").await, [LARGE_PARTNER]);
    assert_eq!(ids(&operator, "query=b%C3%A9lla").await, [EMPTY_PARTNER]);
    assert_eq!(ids(&operator, "integration_type=things_to_do").await, [LARGE_PARTNER]);
    assert!(ids(&operator, "query=nowhere").await.is_empty());
}

#[tokio::test]
async fn accounts_are_filtered_by_their_completion_in_an_environment() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Read).await;
    let complete = ids(&operator, "environment=sandbox&state=complete").await;
    assert_eq!(complete, [COMPLETE_PARTNER, LARGE_PARTNER, "partner-21788"]);
    let locked = ids(&operator, "environment=production&state=locked").await;
    assert_eq!(locked, [EMPTY_PARTNER, LARGE_PARTNER, "partner-21342"]);
    let missing = ids(&operator, "environment=production&missing=alert_contacts").await;
    assert_eq!(missing, locked);
    let merchants = ids(&operator, "environment=sandbox&missing=merchant_issues").await;
    assert_eq!(merchants, [EMPTY_PARTNER]);
    let found = page(&operator, "query=wanderlight").await.accounts;
    let [OperatorAccount { completion, .. }] = &found[..] else { panic!("{found:?}") };
    let states: Vec<_> = completion.iter().map(|one| (one.environment, one.complete)).collect();
    assert_eq!(states, [(Environment::Sandbox, true), (Environment::Production, false)]);
}

#[tokio::test]
async fn accounts_are_filtered_by_the_time_of_their_last_change() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    created(&operator, "harbour-1").await;
    app.clock.advance(chrono::TimeDelta::hours(1));
    let editor = app.signed_in(EMPTY_EDITOR).await;
    let saved = editor.save(EMPTY, Environment::Sandbox, "\"rev-0\"", &sandbox_input()).await;
    assert_eq!(saved.status(), 200);
    let since = |time: &str| format!("changed_since=2026-11-21T{time}:00Z");
    assert_eq!(ids(&operator, &since("12:00")).await, ["harbour-1", EMPTY_PARTNER]);
    assert_eq!(ids(&operator, &since("12:01")).await, [EMPTY_PARTNER]);
    assert!(ids(&operator, &since("13:01")).await.is_empty());
}

#[tokio::test]
async fn pages_follow_each_other_without_gaps_and_repetitions() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Read).await;
    let all = ids(&operator, "").await;
    for filter in ["", "&environment=sandbox"] {
        let (mut read, mut token) = (Vec::new(), String::new());
        loop {
            let query = format!("page_size=2&page_token={token}{filter}");
            let page = page(&operator, &query).await;
            assert!(page.accounts.len() <= 2);
            read.extend(page.accounts.into_iter().map(|one| one.partner_id));
            let Some(next) = page.next_page_token else { break };
            token = next;
        }
        assert_eq!(read, all);
    }
}

#[tokio::test]
async fn an_invalid_parameter_is_refused() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Read).await;
    let token = page(&operator, "page_size=1").await.next_page_token.unwrap();
    for query in [
        "page_size=0",
        "page_size=201",
        "page_token=x",
        &format!("query=a&page_token={token}"),
        "state=complete",
        "missing=alert_contacts",
        "environment=sandbox&state=open",
        "environment=sandbox&missing=pager",
        "environment=moon",
        "changed_since=yesterday",
    ] {
        let response = operator.get(&format!("/api/v1/operator/accounts?{query}")).await;
        problem(response, ProblemCode::InvalidParameter).await;
    }
}
