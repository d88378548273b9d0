//! Signing in as anybody, and out again.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
};
use chrono::TimeDelta;
use partner_portal_contract::{Problem, ProblemCode, paths, session::DemoSignIn};
use sha2::{Digest, Sha256};

use crate::{
    error::ApiError,
    extract::{FromOwnPage, JsonBody, SESSION_COOKIE, SignInAllowed, session_token_hash},
    handlers::session::accept_invitations,
    ids::UserId,
    random,
    state::AppState,
};

const LIFETIME: TimeDelta = TimeDelta::hours(12);

type Cookie = (StatusCode, [(HeaderName, HeaderValue); 1]);

/// Sign in as one of the demo's people
#[utoipa::path(post, path = paths::DEMO_SESSION, tag = "demo", request_body = DemoSignIn,
    params(("x-partner-portal" = String, Header, description = "`1`")),
    responses(
        (status = 204, description = "Signed in by cookie for 12 hours"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn post_session(
    State(state): State<AppState>,
    _: FromOwnPage,
    _: SignInAllowed,
    JsonBody(sign_in): JsonBody<DemoSignIn>,
) -> Result<Cookie, ApiError> {
    let user = UserId::new(sign_in.user_id);
    accept_invitations(&state, &user).await?;
    if state.storage.accounts_of(&user).await?.is_empty() {
        return Err(ProblemCode::NotFound.into());
    }
    let token = hex::encode(random::token().map_err(|_| ProblemCode::Internal)?);
    let now = state.clock.now();
    let hash = Sha256::digest(token.as_bytes()).into();
    state.storage.begin_session(&hash, &user, now, now + LIFETIME).await?;
    Ok(cookie(&token, LIFETIME)?)
}

/// Sign out
#[utoipa::path(delete, path = paths::DEMO_SESSION, tag = "demo",
    params(("x-partner-portal" = String, Header, description = "`1`")),
    responses(
        (status = 204, description = "Signed out"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn delete_session(
    State(state): State<AppState>,
    _: FromOwnPage,
    headers: HeaderMap,
) -> Result<Cookie, ApiError> {
    if let Some(hash) = session_token_hash(&headers) {
        state.storage.end_session(&hash).await?;
    }
    Ok(cookie("", TimeDelta::zero())?)
}

// Without `Secure`: the demo runs on http://127.0.0.1, where Safari would drop such a cookie.
fn cookie(token: &str, lifetime: TimeDelta) -> Result<Cookie, ProblemCode> {
    let seconds = lifetime.num_seconds();
    let text =
        format!("{SESSION_COOKIE}={token}; HttpOnly; SameSite=Lax; Path=/; Max-Age={seconds}");
    let value = HeaderValue::from_str(&text).map_err(|_| ProblemCode::Internal)?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, value)]))
}
