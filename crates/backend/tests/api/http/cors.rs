//! Tests which requests pages of other origins may send.

use reqwest::{Method, Response};

use crate::support::{
    issuer::{claims, hs256},
    test_app::TestApp,
};

const PARTNERS: &str = "https://partners.example.com";
const SECOND: &str = "https://second.example.com:8443";

fn header<'a>(response: &'a Response, name: &str) -> Option<&'a str> {
    response.headers().get(name).map(|value| value.to_str().unwrap())
}

async fn preflight(app: &TestApp, origin: &str, path: &str) -> Response {
    app.visitor()
        .request(Method::OPTIONS, path)
        .header("origin", origin)
        .header("access-control-request-method", "PUT")
        .header("access-control-request-headers", "authorization,content-type,if-match")
        .send()
        .await
        .unwrap()
}

#[tokio::test]
async fn pages_of_allowed_origins_can_call_the_api_with_a_token() {
    let flags = ["--allowed-origin", PARTNERS, "--allowed-origin", SECOND];
    let app = TestApp::with_secret(&flags).await;
    for origin in [PARTNERS, SECOND] {
        let answer = preflight(&app, origin, "/api/v1/accounts/acc_1/contact-information").await;
        assert_eq!(answer.status(), 200);
        assert_eq!(header(&answer, "access-control-allow-origin"), Some(origin));
        let allowed = header(&answer, "access-control-allow-headers").unwrap();
        for name in [
            "authorization",
            "content-type",
            "if-match",
            "if-none-match",
            "idempotency-key",
            "prefer",
            "x-partner-portal",
            "x-partner-portal-user",
            "accept-language",
        ] {
            assert!(allowed.split(',').any(|allowed| allowed == name), "{name}");
        }
        let methods = header(&answer, "access-control-allow-methods").unwrap();
        for method in ["GET", "PUT", "POST", "PATCH", "DELETE"] {
            assert!(methods.contains(method), "{method}");
        }
        // Without this header, a browser sends no cookies and hides the responses to requests with
        // cookies.
        assert_eq!(header(&answer, "access-control-allow-credentials"), None);
    }
    let token = hs256(&claims(&app.clock, "s-1", "tomasz.zielinski@example.com"));
    let request = app.bearer(&token).request(Method::GET, "/api/v1/session");
    let answer = request.header("origin", PARTNERS).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(header(&answer, "access-control-allow-origin"), Some(PARTNERS));
    assert!(header(&answer, "vary").unwrap().contains("origin"));
    let exposed = header(&answer, "access-control-expose-headers").unwrap();
    for name in ["etag", "retry-after", "x-request-id", "preference-applied"] {
        assert!(exposed.split(',').any(|exposed| exposed == name), "{name}");
    }
}

#[tokio::test]
async fn a_page_of_an_allowed_origin_can_read_an_error() {
    let app = TestApp::with_secret(&["--allowed-origin", PARTNERS]).await;
    for path in ["/api/v1/session", "/api/v1/nothing"] {
        let request = app.visitor().request(Method::GET, path).header("origin", PARTNERS);
        let answer = request.send().await.unwrap();
        assert!(answer.status().is_client_error());
        assert_eq!(header(&answer, "access-control-allow-origin"), Some(PARTNERS), "{path}");
    }
}

#[tokio::test]
async fn other_origins_get_no_cors_permission() {
    let app = TestApp::with_secret(&["--allowed-origin", PARTNERS]).await;
    let similar = ["https://partners.example.com.evil.org", "http://partners.example.com", "null"];
    for origin in similar {
        let answer = preflight(&app, origin, "/api/v1/session").await;
        assert_eq!(header(&answer, "access-control-allow-origin"), None, "{origin}");
    }
    let same_origin_only = TestApp::with_secret(&[]).await;
    let answer = preflight(&same_origin_only, PARTNERS, "/api/v1/session").await;
    assert_eq!(header(&answer, "access-control-allow-origin"), None);
    assert_eq!(answer.status(), 405);
}
