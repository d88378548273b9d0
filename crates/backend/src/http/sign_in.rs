//! Redirects users of the standalone page who must sign in, to the configured page or to the
//! demo's.

use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::state::AppState;

/// The path of [`redirect`].
pub(crate) const PATH: &str = "/sign-in";

/// Redirects to the sign-in page with the portal's query, in which `return_to` is the path to
/// return to. Responds with 404 if there is no page.
pub(crate) async fn redirect(State(state): State<AppState>, RawQuery(query): RawQuery) -> Response {
    match (state.sign_in_page, query) {
        (None, _) => StatusCode::NOT_FOUND.into_response(),
        (Some(page), None) => Redirect::to(&page).into_response(),
        (Some(page), Some(query)) => Redirect::to(&format!("{page}?{query}")).into_response(),
    }
}
