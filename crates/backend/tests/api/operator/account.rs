//! Tests creating, replacing and deleting accounts.

use partner_portal_backend::storage::operator_tokens::TokenScope;
use partner_portal_contract::{
    ContactField, Environment, ProblemCode,
    operator::{AccountDeletion, OperatorAccount},
};
use reqwest::Method;
use serde_json::{Value, json};

use super::client::{
    COMPLETE_PARTNER, EMPTY_PARTNER, account, account_errors, created, path, put, read,
};
use crate::support::{
    test_app::{COMPLETE, COMPLETE_ADMINISTRATOR, IN_TWO_ACCOUNTS, TestApp},
    visitor::{etag, problem},
};

#[tokio::test]
async fn an_account_is_created_replaced_and_read_back() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let new = created(&operator, "harbour-1").await;
    assert_eq!((new.name.as_str(), new.language.tag()), ("Harbour & Sons", "pl"));
    let brands: Vec<_> = new.brands.iter().map(|brand| brand.id.as_str()).collect();
    assert_eq!(brands, ["b1", "b2"], "the default brand is first");
    assert!(new.completion.iter().all(|one| !one.complete && !one.unmet.is_empty()));
    assert_eq!(new.changed_at, "2026-11-21T12:00:00Z");

    app.clock.advance(chrono::TimeDelta::hours(1));
    let again = put(&operator, &path("harbour-1", ""), &account()).send().await.unwrap();
    let tag = etag(again.headers());
    assert_eq!(read::<OperatorAccount>(again, 200).await, new, "a repetition changes nothing");

    let mut other = account();
    other["name"] = "Harbour".into();
    let stale = put(&operator, &path("harbour-1", ""), &other).header("if-match", "\"x\"");
    let stale = stale.send().await.unwrap();
    assert_eq!(etag(stale.headers()), tag);
    problem(stale, ProblemCode::RevisionStale).await;
    let replaced = put(&operator, &path("harbour-1", ""), &other).header("if-match", &tag);
    let replaced: OperatorAccount = read(replaced.send().await.unwrap(), 200).await;
    assert_eq!(
        (replaced.name.as_str(), &*replaced.changed_at),
        ("Harbour", "2026-11-21T13:00:00Z")
    );
    assert_eq!(
        read::<OperatorAccount>(operator.get(&path("harbour-1", "")).await, 200).await,
        replaced
    );
}

#[tokio::test]
async fn partner_ids_of_any_script_with_slashes_and_spaces_name_their_account() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let longest = "ł".repeat(200);
    for id in ["a/b/c", "with space", "żółw", "דנה", "100%25", "a?b#c", "..a", "%2F", &longest]
    {
        assert_eq!(created(&operator, id).await.partner_id, id);
        let found: OperatorAccount = read(operator.get(&path(id, "")).await, 200).await;
        assert_eq!(found.partner_id, id);
        problem(operator.get(&path(&format!("{id}x"), "")).await, ProblemCode::NotFound).await;
    }
    for (id, code) in [
        ("x".repeat(300), "too_long"),
        ("a\u{7}b".to_owned(), "forbidden_character"),
        (" a".to_owned(), "forbidden_character"),
        ("  ".to_owned(), "required"),
    ] {
        let refused = put(&operator, &path(&id, ""), &account()).send().await.unwrap();
        let errors = account_errors(refused).await;
        assert_eq!(errors, [json!({"field": "partner_id", "code": code})], "{id:?}");
        problem(operator.get(&path(&id, "")).await, ProblemCode::NotFound).await;
    }
}

#[tokio::test]
async fn all_errors_of_an_account_are_reported_at_once_and_nothing_is_stored() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let wrong = json!({
        "name": " ",
        "integration_type": "parcels",
        "brands": [
            {"id": "b", "name": "", "support_email": "nowhere"},
            {"id": "b", "name": "B", "support_email": "b@harbour.example.com"},
        ],
    });
    let refused = put(&operator, &path("harbour-1", ""), &wrong).send().await.unwrap();
    assert_eq!(
        account_errors(refused).await,
        [
            json!({"field": "name", "code": "required"}),
            json!({"field": "integration_type", "code": "unknown_integration_type"}),
            json!({"field": "brands", "code": "not_one_default"}),
            json!({"field": "brand_name", "index": 0, "code": "required"}),
            json!({"field": "brand_support_email", "index": 0, "code": "invalid_email"}),
            json!({"field": "brand_id", "index": 1, "code": "duplicate"}),
        ]
    );
    let mut unknown = account();
    unknown["colour"] = "red".into();
    let refused = put(&operator, &path("harbour-1", ""), &unknown).send().await.unwrap();
    problem(refused, ProblemCode::InvalidBody).await;
    problem(operator.get(&path("harbour-1", "")).await, ProblemCode::NotFound).await;
}

#[tokio::test]
async fn a_move_to_a_stricter_integration_type_says_that_the_account_locks_and_why() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let before: OperatorAccount = read(operator.get(&path(COMPLETE_PARTNER, "")).await, 200).await;
    assert!(before.completion.iter().all(|one| one.complete));
    let mut moved = serde_json::to_value(&before).unwrap();
    moved["integration_type"] = "things_to_do".into();
    let moved = json!({
        "name": moved["name"], "integration_type": moved["integration_type"],
        "brands": moved["brands"],
    });
    let response = put(&operator, &path(COMPLETE_PARTNER, ""), &moved).send().await.unwrap();
    let after: OperatorAccount = read(response, 200).await;
    for completion in &after.completion {
        assert!(!completion.complete);
        let fields: Vec<_> = completion.unmet.iter().map(|one| one.field).collect();
        assert_eq!(fields, [ContactField::MerchantIssues], "its document names merchants");
    }
    let partner = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let completion: Value =
        partner.completion(COMPLETE, Environment::Sandbox).await.json().await.unwrap();
    assert_eq!(completion["complete"], false, "the partner sees the same");
}

#[tokio::test]
async fn a_deletion_says_what_goes_and_needs_the_current_tag() {
    let app = TestApp::demo().await;
    let operator = app.operator(TokenScope::Write).await;
    let delete = |query: &str, tag: Option<&str>| {
        let path = path(COMPLETE_PARTNER, query);
        let request = operator.request(Method::DELETE, &path);
        tag.into_iter().fold(request, |request, tag| request.header("if-match", tag)).send()
    };
    problem(delete("", None).await.unwrap(), ProblemCode::IfMatchRequired).await;
    problem(delete("", Some("\"x\"")).await.unwrap(), ProblemCode::RevisionStale).await;
    let tag = etag(operator.get(&path(COMPLETE_PARTNER, "")).await.headers());
    let dry: AccountDeletion = read(delete("?dry_run=true", Some(&tag)).await.unwrap(), 200).await;
    let expected =
        AccountDeletion { deleted: false, members: 4, invitations: 1, revisions: 3, drafts: 0 };
    assert_eq!(dry, expected);
    let partner = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let colleague = app.signed_in(IN_TWO_ACCOUNTS).await;
    let gone: AccountDeletion = read(delete("", Some(&tag)).await.unwrap(), 200).await;
    assert_eq!(gone, AccountDeletion { deleted: true, ..expected });
    problem(operator.get(&path(COMPLETE_PARTNER, "")).await, ProblemCode::NotFound).await;
    assert_eq!(partner.session().await.status(), 401, "the person had no other account");
    assert_eq!(colleague.session().await.status(), 200);
    problem(colleague.account(COMPLETE).await, ProblemCode::NotFound).await;
    let people = "SELECT count(*) FROM users WHERE email = 'amara.okafor@example.com'";
    assert_eq!(app.number(people).await, 0);
    assert_eq!(operator.get(&path(EMPTY_PARTNER, "")).await.status(), 200);
}
