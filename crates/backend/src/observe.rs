//! What happens around every request: its id, the body of its refusal, one line in the log.
//!
//! The log names the matched route and never the path or the query: ids, names and addresses of
//! people stay out of it.

use std::time::Instant;

use axum::{
    Json,
    extract::{MatchedPath, Request},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use partner_portal_contract::ProblemCode;

use crate::error::{ApiError, ProblemDetails};

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const LONGEST_REQUEST_ID: usize = 64;
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");
const PROBLEM_JSON: HeaderValue = HeaderValue::from_static("application/problem+json");

/// Gives the request an id, completes a refusal, and logs how it went.
pub(crate) async fn observe(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let request_id = request_id(request.headers());
    let method = request.method().clone();
    let is_api = request.uri().path().starts_with("/api");
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(details) = response.extensions_mut().remove::<ProblemDetails>() {
        response = problem(response, details, &request_id);
    }
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(REQUEST_ID.clone(), value);
    }
    if is_api {
        // About people: no browser and no proxy keeps it.
        response.headers_mut().insert(header::CACHE_CONTROL, NO_STORE);
        response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF);
    }
    tracing::info!(
        request_id,
        %method,
        route = route.as_ref().map_or("unmatched", MatchedPath::as_str),
        status = response.status().as_u16(),
        latency_ms = started.elapsed().as_millis(),
        "answered"
    );
    response
}

/// What a panic in a handler becomes. Its message is not repeated: it may quote what was sent.
pub(crate) fn after_panic(_: Box<dyn std::any::Any + Send>) -> Response {
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

/// The caller's id when it is harmless, so that one id runs through several services; otherwise
/// a new one.
fn request_id(headers: &HeaderMap) -> String {
    let given = headers.get(&REQUEST_ID).and_then(|value| value.to_str().ok());
    let is_harmless = |id: &&str| {
        (1..=LONGEST_REQUEST_ID).contains(&id.len())
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    given.filter(is_harmless).map_or_else(crate::random::request_id, str::to_owned)
}
