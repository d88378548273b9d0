//! Tests the redirect to the sign-in page.

use reqwest::{Client, Response, redirect::Policy};

use crate::support::test_app::TestApp;

const ASKED: &str = "/sign-in?return_to=%2Fportal%2Fhelp%3Fenv%3Dproduction";

async fn ask(app: &TestApp, path: &str) -> Response {
    let client = Client::builder().redirect(Policy::none()).build().unwrap();
    client.get(format!("http://{}{path}", app.host())).send().await.unwrap()
}

#[tokio::test]
async fn the_configured_page_takes_precedence_over_the_demos() {
    let page = "https://id.example.com/login";
    for (flags, expected) in [
        (&["--sign-in-url", page] as &[_], page),
        (&["--demo", "--sign-in-url", page], page),
        (&["--demo"], "/demo/sign-in"),
    ] {
        let app = TestApp::start(flags).await;
        let answer = ask(&app, ASKED).await;
        assert_eq!(answer.status(), 303);
        let expected = format!("{expected}?return_to=%2Fportal%2Fhelp%3Fenv%3Dproduction");
        assert_eq!(answer.headers()["location"], *expected);
    }
}

#[tokio::test]
async fn without_a_query_the_redirect_has_none() {
    let app = TestApp::demo().await;
    assert_eq!(ask(&app, "/sign-in").await.headers()["location"], "/demo/sign-in");
}

#[tokio::test]
async fn without_a_sign_in_page_the_redirect_is_not_found() {
    let app = TestApp::start(&[]).await;
    assert_eq!(ask(&app, ASKED).await.status(), 404);
}
