//! Adds the request id, the body of an error and the log lines to every request. The log has one
//! line per request, two with `--log-level debug`.
//!
//! The log contains the matched route, never the path or the query, because these contain ids,
//! names and addresses of people.

use std::time::Instant;

use axum::{
    Json, Router,
    extract::{MatchedPath, Request},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use partner_portal_contract::ProblemCode;

use tower_http::catch_panic::CatchPanicLayer;

use crate::http::error::{ApiError, ProblemDetails};

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const LONGEST_REQUEST_ID: usize = 64;
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");
const PROBLEM_JSON: HeaderValue = HeaderValue::from_static("application/problem+json");

/// Wraps all routes of the router.
pub(crate) fn around<S: Clone + Send + Sync + 'static>(router: Router<S>) -> Router<S> {
    router.layer(CatchPanicLayer::custom(after_panic)).layer(middleware::from_fn(log_request))
}

/// Gives the request an id, adds the body of an error, and logs the result.
async fn log_request(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let request_id = request_id(request.headers());
    let method = request.method().clone();
    let is_api = request.uri().path().starts_with("/api");
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let route = matched.as_ref().map_or("unmatched", MatchedPath::as_str);
    tracing::debug!(request_id, %method, route, "received");
    let mut response = next.run(request).await;
    if let Some(details) = response.extensions_mut().remove::<ProblemDetails>() {
        response = problem(response, details, &request_id);
    }
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(REQUEST_ID.clone(), value);
    }
    if is_api {
        // The data are about people, so neither browsers nor proxies may store them.
        response.headers_mut().insert(header::CACHE_CONTROL, NO_STORE);
        response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF);
    }
    tracing::info!(
        request_id,
        %method,
        route,
        status = response.status().as_u16(),
        latency_ms = started.elapsed().as_millis(),
        "answered"
    );
    response
}

/// Returns the response for a panic. It omits the panic's message, which may quote the request.
fn after_panic(_: Box<dyn std::any::Any + Send>) -> Response {
    ApiError::from(ProblemCode::Internal).into_response()
}

fn problem(refusal: Response, details: ProblemDetails, request_id: &str) -> Response {
    let (parts, _) = refusal.into_parts();
    let mut response = Json(details.into_problem(request_id)).into_response();
    *response.status_mut() = parts.status;
    response.headers_mut().extend(parts.headers);
    response.headers_mut().insert(header::CONTENT_TYPE, PROBLEM_JSON);
    response
}

/// Returns the caller's request id if it is harmless, so that several services can share one id.
/// Otherwise returns a new id.
fn request_id(headers: &HeaderMap) -> String {
    let given = headers.get(&REQUEST_ID).and_then(|value| value.to_str().ok());
    let is_harmless = |id: &&str| {
        (1..=LONGEST_REQUEST_ID).contains(&id.len())
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    given.filter(is_harmless).map_or_else(crate::random::request_id, str::to_owned)
}

#[cfg(test)]
mod tests {
    use axum::{
        body::{Body, to_bytes},
        http::StatusCode,
        routing::get,
    };
    use partner_portal_contract::Problem;
    use tower::ServiceExt;

    use super::*;

    async fn answer(headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, Problem) {
        let router = around(Router::new().route("/api/defect", get(defect)));
        let mut request = Request::get("/api/defect");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (parts.status, parts.headers, serde_json::from_slice(&body).unwrap())
    }

    async fn defect() {
        panic!("secret@example.com");
    }

    #[tokio::test]
    async fn a_panic_is_answered_with_a_problem_without_its_message() {
        let (status, headers, problem) = answer(&[]).await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(problem.code, ProblemCode::Internal);
        assert_eq!(headers[header::CONTENT_TYPE], "application/problem+json");
        assert_eq!(headers[&REQUEST_ID], problem.request_id.as_str());
        assert!(!serde_json::to_string(&problem).unwrap().contains("secret"));
    }

    #[tokio::test]
    async fn only_a_harmless_request_id_is_kept() {
        let (_, headers, _) = answer(&[("x-request-id", "shop-42-A")]).await;
        assert_eq!(headers[&REQUEST_ID], "shop-42-A");
        let long = "a".repeat(LONGEST_REQUEST_ID + 1);
        for given in ["", "a b", "<script>", "name@example.com", &long] {
            let (_, headers, _) = answer(&[("x-request-id", given)]).await;
            let made = headers[&REQUEST_ID].to_str().unwrap();
            assert_ne!(made, given);
            assert_eq!(made.len(), 32);
        }
    }
}
