//! The page on which somebody chooses whom to be. Plain files under the same Content Security
//! Policy as the portal.

use axum::{
    Router,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};

use crate::{state::AppState, static_files::protect};

const HTML: &str = include_str!("sign_in/sign-in.html");
const CSS: &str = include_str!("sign_in/sign-in.css");
const JS: &str = include_str!("sign_in/sign-in.js");

/// The page and its two files.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/demo/sign-in", get(|| async { file(HTML, "text/html; charset=utf-8") }))
        .route("/demo/sign-in.css", get(|| async { file(CSS, "text/css; charset=utf-8") }))
        .route("/demo/sign-in.js", get(|| async { file(JS, "text/javascript; charset=utf-8") }))
}

fn file(text: &'static str, content_type: &'static str) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    protect(&mut response);
    response
}
