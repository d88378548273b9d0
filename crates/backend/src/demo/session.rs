//! Signs users in and out without a password.

use axum::{extract::State, http::HeaderMap};
use partner_portal_contract::{Problem, ProblemCode, paths, session::DemoSignIn};

use crate::{
    http::{
        cookie_session::{self, CookieAnswer},
        error::ApiError,
        extract::{FromOwnPage, JsonBody, SignInAllowed},
    },
    ids::{InvitationId, UserId},
    rules::access::belongs_somewhere,
    state::AppState,
};

/// Signs in as one of the demo's users
#[utoipa::path(post, path = paths::DEMO_SESSION, tag = "demo", security(()), request_body = DemoSignIn,
    params(("x-partner-portal" = String, Header, description = "`1`")),
    responses(
        (status = 204, description = "Signed in by cookie for 12 hours"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn post_session(
    State(state): State<AppState>,
    _: FromOwnPage,
    _: SignInAllowed,
    headers: HeaderMap,
    JsonBody(sign_in): JsonBody<DemoSignIn>,
) -> Result<CookieAnswer, ApiError> {
    let invitation = InvitationId::new(sign_in.user_id.as_str());
    let invited = state.storage.invited_person(&invitation, state.clock.now()).await?;
    let user = invited.unwrap_or_else(|| UserId::new(sign_in.user_id));
    if !belongs_somewhere(&state.storage, &user, state.clock.now()).await? {
        return Err(ProblemCode::NotFound.into());
    }
    cookie_session::begin(&state, &user, &headers).await
}

/// Signs out
#[utoipa::path(delete, path = paths::DEMO_SESSION, tag = "demo", security(()),
    params(("x-partner-portal" = String, Header, description = "`1`")),
    responses(
        (status = 204, description = "Signed out"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn delete_session(
    State(state): State<AppState>,
    _: FromOwnPage,
    headers: HeaderMap,
) -> Result<CookieAnswer, ApiError> {
    cookie_session::end(&state, &headers).await
}
