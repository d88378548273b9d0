//! Tests that a foreign account looks like one that does not exist.

use partner_portal_contract::{
    Environment, Problem, ProblemCode,
    revision::RevisionPage,
    saved_draft::DraftAnswer,
    users::{Role, UsersPage},
};
use reqwest::Response;

use crate::support::{
    fixtures::{newcomer, role, sandbox_input, typed},
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, FIRST_TAG, IN_TWO_ACCOUNTS,
        TestApp,
    },
    visitor::{Visitor, problem},
};

async fn everything(visitor: &Visitor, account: &str) -> Vec<Response> {
    let sandbox = Environment::Sandbox;
    vec![
        visitor.account(account).await,
        visitor.completion(account, sandbox).await,
        visitor.contact_information(account).await,
        visitor.save(account, sandbox, FIRST_TAG, &sandbox_input()).await,
        visitor.draft(account).await,
        visitor.keep_draft(account, &typed("theirs")).await,
        visitor.discard_draft(account).await,
        visitor.revisions(account, "").await,
        visitor.users(account, "").await,
        visitor.add_user(account, &newcomer(Role::Reader)).await,
        visitor.change_user(account, COMPLETE_ADMINISTRATOR, &role(Role::Reader)).await,
        visitor.remove_user(account, IN_TWO_ACCOUNTS, None).await,
        visitor.invite_again(account, "inv_george_whitfield").await,
        visitor.onboarding_plan(account, sandbox).await,
    ]
}

#[tokio::test]
async fn a_foreign_account_gets_the_same_responses_as_a_missing_one() {
    let app = TestApp::demo().await;
    let owner = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    owner.keep_draft(COMPLETE, &typed("mine")).await;
    let kept = || async {
        let draft: DraftAnswer = owner.draft(COMPLETE).await.json().await.unwrap();
        let history: RevisionPage = owner.revisions(COMPLETE, "").await.json().await.unwrap();
        let users: UsersPage = owner.users(COMPLETE, "").await.json().await.unwrap();
        (owner.stored(COMPLETE).await, draft, history, users)
    };
    let before = kept().await;
    assert!(before.1.draft.is_some());
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let foreign = everything(&person, COMPLETE).await;
    let missing = everything(&person, "acc_missing").await;
    for (foreign, missing) in foreign.into_iter().zip(missing) {
        let mut names: Vec<_> = foreign.headers().keys().cloned().collect();
        names.sort_by_key(ToString::to_string);
        let mut missing_names: Vec<_> = missing.headers().keys().cloned().collect();
        missing_names.sort_by_key(ToString::to_string);
        assert_eq!(names, missing_names);
        let foreign = problem(foreign, ProblemCode::NotFound).await;
        let missing = problem(missing, ProblemCode::NotFound).await;
        assert_eq!(foreign, Problem { request_id: foreign.request_id.clone(), ..missing });
    }
    assert_eq!(kept().await, before);
}

#[tokio::test]
async fn without_a_session_no_data_of_an_account_is_returned() {
    let app = TestApp::demo().await;
    for response in everything(&app.visitor(), COMPLETE).await {
        problem(response, ProblemCode::SignedOut).await;
    }
}

#[tokio::test]
async fn strange_ids_are_not_found() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    for id in ["%00", "..%2F..", "%FF", "acc_bella_vista%20", "' OR 1=1 --", "🦀"] {
        let response = person.account(id).await;
        problem(response, ProblemCode::NotFound).await;
        let raw = person.get(&format!("/api/v1/accounts/{id}")).await;
        problem(raw, ProblemCode::NotFound).await;
    }
    assert_eq!(person.account(EMPTY).await.status(), 200);
}
