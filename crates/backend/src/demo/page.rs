//! Serves the pages of the demo: one to choose a user, one to try a theme. They are static files
//! under the same Content Security Policy as the portal.

use axum::{
    Router,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};

use crate::{http::static_files::protect, state::AppState};

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

/// The path, the content and the type of each file.
const FILES: [(&str, &str, &str); 6] = [
    ("/demo/sign-in", include_str!("sign_in/sign-in.html"), HTML),
    ("/demo/sign-in.css", include_str!("sign_in/sign-in.css"), CSS),
    ("/demo/sign-in.js", include_str!("sign_in/sign-in.js"), JS),
    ("/demo/theme", include_str!("theme/theme.html"), HTML),
    ("/demo/theme.css", include_str!("theme/theme.css"), CSS),
    ("/demo/theme.js", include_str!("theme/theme.js"), JS),
];

/// Returns the routes of the pages and their files.
pub(crate) fn routes() -> Router<AppState> {
    FILES.into_iter().fold(Router::new(), |router, (path, text, content_type)| {
        router.route(path, get(move || async move { file(text, content_type) }))
    })
}

fn file(text: &'static str, content_type: &'static str) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    protect(&mut response);
    response
}
