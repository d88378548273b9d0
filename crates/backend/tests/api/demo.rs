//! Tests the parts that exist only under `--demo`.

use std::collections::{BTreeMap, BTreeSet};

use partner_portal_contract::{
    Environment, ProblemCode, paths,
    session::{DemoUser, DemoUsers},
    users::Role,
};
use reqwest::Method;

use crate::support::{
    test_app::{EMPTY, IN_TWO_ACCOUNTS, LARGE, TestApp},
    visitor::{completion, problem},
};

async fn demo_users(app: &TestApp) -> Vec<DemoUser> {
    let response = app.visitor().api(Method::GET, paths::DEMO_USERS).send().await.unwrap();
    response.json::<DemoUsers>().await.unwrap().users
}

#[tokio::test]
async fn without_the_flag_signing_in_is_impossible() {
    let app = TestApp::start(&[]).await;
    let visitor = app.visitor();
    problem(visitor.sign_in("usr_giulia_conti").await, ProblemCode::NotFound).await;
    problem(visitor.sign_out().await, ProblemCode::NotFound).await;
    let users = visitor.api(Method::GET, paths::DEMO_USERS).send().await.unwrap();
    problem(users, ProblemCode::NotFound).await;
    for path in ["/demo/sign-in", "/demo/sign-in.css", "/demo/sign-in.js"] {
        assert_eq!(visitor.get(path).await.status(), 404);
    }
    problem(visitor.session().await, ProblemCode::SignedOut).await;
}

#[tokio::test]
async fn the_demo_has_every_integration_type_and_every_role() {
    let app = TestApp::demo().await;
    let mut roles: BTreeMap<String, BTreeSet<Role>> = BTreeMap::new();
    for user in demo_users(&app).await {
        roles.entry(user.integration_type).or_default().insert(user.role);
        assert!(user.email.ends_with("@example.com") || user.email.ends_with("@example.org"));
    }
    let usual = BTreeSet::from([Role::Administrator, Role::Editor, Role::Reader]);
    let tested = usual.union(&BTreeSet::from([Role::Tester])).copied().collect();
    let expected = [
        ("appointments", &usual),
        ("food_ordering", &tested),
        ("reservations_end_to_end", &tested),
        ("reservations_waitlists", &usual),
        ("things_to_do", &usual),
    ];
    let found: Vec<_> = roles.iter().map(|(id, roles)| (id.as_str(), roles)).collect();
    assert_eq!(found, expected);
}

#[tokio::test]
async fn the_demos_list_is_short_and_matches_the_accounts() {
    let app = TestApp::demo().await;
    let users = demo_users(&app).await;
    assert_eq!(users.iter().filter(|user| user.account_id == LARGE).count(), 6);
    assert_eq!(users.iter().filter(|user| user.user_id == IN_TWO_ACCOUNTS).count(), 2);
    for user in users {
        let person = app.joined(&user.user_id).await;
        let completion =
            completion(person.completion(&user.account_id, Environment::Sandbox).await).await;
        assert_eq!(completion.complete, user.complete, "{}", user.account_name);
        assert_eq!(completion.can_edit, user.role.can_edit());
    }
}

#[tokio::test]
async fn the_sign_in_page_keeps_the_content_security_policy() {
    let app = TestApp::demo().await;
    let visitor = app.visitor();
    for (path, content_type) in [
        ("/demo/sign-in?return_to=/portal/users", "text/html; charset=utf-8"),
        ("/demo/sign-in.css", "text/css; charset=utf-8"),
        ("/demo/sign-in.js", "text/javascript; charset=utf-8"),
    ] {
        let response = visitor.get(path).await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], content_type);
        let policy = response.headers()["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"));
    }
    let html = visitor.get("/demo/sign-in").await.text().await.unwrap();
    assert!(html.contains("<html lang=\"en\">"));
    assert!(!html.contains("style=") && !html.contains("onclick"));
    assert!(!html.contains("<style") && !html.contains("<script>"));
}

#[tokio::test]
async fn a_second_start_adds_no_data() {
    let app = TestApp::demo().await.restart().await;
    let users = demo_users(&app).await;
    assert_eq!(users.iter().filter(|user| user.account_id == EMPTY).count(), 6);
}
