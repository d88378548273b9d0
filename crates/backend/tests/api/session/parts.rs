//! Tests the parts that the session includes for the first view of the portal.

use std::time::{Duration, Instant};

use partner_portal_contract::{
    Environment, ProblemCode, entity_tag,
    session::{Included, SessionPart},
};
use reqwest::Response;
use serde_json::Value;

use crate::support::{
    fixtures::sandbox_input,
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_INVITED, EMPTY_READER,
        IN_TWO_ACCOUNTS, LARGE, LARGE_ADMINISTRATOR, TestApp,
    },
    visitor::{Visitor, completion, problem},
};

const ALL: &str = "include=completion,contact_information,account";
const SANDBOX: Environment = Environment::Sandbox;

async fn body(response: Response) -> Value {
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["cache-control"], "no-store");
    response.json().await.unwrap()
}

/// Reads the session with all parts of the account that the query names.
async fn included(person: &Visitor, query: &str) -> Included {
    person.session_answer(&format!("{ALL}&environment=sandbox&{query}")).await.included.unwrap()
}

#[tokio::test]
async fn each_part_equals_its_separate_request() {
    let app = TestApp::demo().await;
    for (account, user) in [
        (EMPTY, EMPTY_ADMINISTRATOR),
        (EMPTY, EMPTY_READER),
        (COMPLETE, COMPLETE_ADMINISTRATOR),
        (LARGE, LARGE_ADMINISTRATOR),
    ] {
        let person = app.signed_in(user).await;
        for environment in Environment::ALL {
            let query = format!("{ALL}&environment={}", environment.as_str());
            let answer = body(person.session_with(&query).await).await;
            let included = &answer["included"];
            assert_eq!(included["account_id"], account);
            for (part, single) in [
                ("completion", person.completion(account, environment).await),
                ("contact_information", person.contact_information(account).await),
                ("account", person.account(account).await),
            ] {
                assert_eq!(included[part], body(single).await, "{user} {part}");
            }
            let plain = body(person.session().await).await;
            for (name, value) in plain.as_object().unwrap() {
                assert_eq!(answer[name], *value, "{name}");
            }
        }
    }
}

#[tokio::test]
async fn only_the_named_parts_are_included() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    for part in SessionPart::ALL {
        let query = format!("include={}&environment=sandbox", part.as_str());
        let answer = body(person.session_with(&query).await).await;
        let names: Vec<_> = answer["included"].as_object().unwrap().keys().collect();
        assert_eq!(names.len(), 2, "{names:?}");
        assert!(answer["included"][part.as_str()].is_object(), "{names:?}");
    }
    let plain = body(person.session().await).await;
    assert_eq!(plain.get("included"), None);
    // The other parameters alone include nothing.
    let query = format!("account={EMPTY}&environment=production&unknown=1");
    assert_eq!(body(person.session_with(&query).await).await, plain);
}

#[tokio::test]
async fn the_included_account_is_the_named_one_or_the_users_first() {
    let app = TestApp::demo().await;
    let person = app.signed_in(IN_TWO_ACCOUNTS).await;
    for (query, account) in [
        ("", EMPTY),
        ("account=", EMPTY),
        ("account=acc_northgate", COMPLETE),
        ("account=acc_wanderlight", EMPTY),
        ("account=acc_missing", EMPTY),
    ] {
        let included = included(&person, query).await;
        assert_eq!(included.account_id, account, "{query}");
        assert_eq!(included.account.unwrap().id, account, "{query}");
    }
    let administrator = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let removed = administrator.remove_user(COMPLETE, IN_TWO_ACCOUNTS, None).await;
    assert_eq!(removed.status(), 204);
    assert_eq!(included(&person, "account=acc_northgate").await.account_id, EMPTY);
}

#[tokio::test]
async fn a_foreign_account_is_treated_like_a_missing_one() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let named = |account: &'static str| {
        let query = format!("{ALL}&environment=sandbox&account={account}");
        let person = person.clone();
        async move { person.session_with(&query).await.text().await.unwrap() }
    };
    let missing = named("acc_missing").await;
    assert!(missing.contains("\"included\""));
    for account in [COMPLETE, LARGE, "%00", "..%2F..", "'%20OR%201=1%20--", "%F0%9F%A6%80"] {
        assert_eq!(named(account).await, missing, "{account}");
    }
}

#[tokio::test]
async fn an_invited_user_without_an_account_gets_no_parts() {
    let app = TestApp::demo().await;
    let invited = app.signed_in(EMPTY_INVITED).await;
    let query = format!("{ALL}&account={EMPTY}&environment=sandbox");
    let answer = invited.session_answer(&query).await;
    assert_eq!((answer.session.accounts.len(), answer.session.invitations.len()), (0, 1));
    assert_eq!(answer.included, None);
}

#[tokio::test]
async fn invalid_values_are_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let invited = app.signed_in(EMPTY_INVITED).await;
    for query in [
        "include=",
        "include=users",
        "include=Account",
        "include=account,",
        "include=account,%20completion&environment=sandbox",
        "include=account&include=account",
        "include=completion",
        "include=completion&environment=",
        "include=completion&environment=staging",
        "include=account&environment=Sandbox",
        "include=account&account=a&account=b",
    ] {
        for visitor in [&person, &invited] {
            problem(visitor.session_with(query).await, ProblemCode::InvalidParameter).await;
        }
        problem(app.visitor().session_with(query).await, ProblemCode::SignedOut).await;
    }
}

#[tokio::test]
async fn a_long_poll_can_use_the_version_of_an_included_completion() {
    let app = TestApp::demo().await;
    let waiting = app.signed_in(EMPTY_READER).await;
    let read = included(&waiting, "").await.completion.unwrap();
    let known = entity_tag::of_version(&read.version);
    assert_eq!(waiting.wait_for_completion(EMPTY, SANDBOX, &known, 1).await.status(), 304);
    let wait = waiting.wait_for_completion(EMPTY, SANDBOX, &known, 25);
    let saving = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let save = async {
        let saved = saving.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
        assert_eq!(saved.status(), 200);
        Instant::now()
    };
    let (answer, saved_at) = tokio::join!(wait, save);
    assert!(saved_at.elapsed() < Duration::from_secs(2));
    let later = completion(answer).await;
    assert!(later.complete);
    let read = included(&waiting, "").await;
    assert_eq!(read.completion.unwrap(), later);
    assert_eq!(read.contact_information.unwrap().revision, later.revision);
}
