//! Where the standalone page sends somebody who must sign in: the operator's page, or the demo's.

use std::sync::Arc;

use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::{settings::Settings, state::AppState};

/// The path of [`redirect`].
pub(crate) const PATH: &str = "/sign-in";

/// Where people sign in, if there is a page for it, without a query. What is set comes before the
/// demo's own.
pub(crate) fn page(settings: &Settings) -> Option<Arc<str>> {
    let demo = settings.demo.then_some("/demo/sign-in");
    settings.sign_in_url.as_ref().map(url::Url::as_str).or(demo).map(Arc::from)
}

/// To that page, with what the portal asks of it: `return_to` is the path to come back to. 404 without
/// a page.
pub(crate) async fn redirect(State(state): State<AppState>, RawQuery(query): RawQuery) -> Response {
    match (state.sign_in_page, query) {
        (None, _) => StatusCode::NOT_FOUND.into_response(),
        (Some(page), None) => Redirect::to(&page).into_response(),
        (Some(page), Some(query)) => Redirect::to(&format!("{page}?{query}")).into_response(),
    }
}
