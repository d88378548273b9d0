//! Begins and ends cookie sessions for pages of this origin. Does not know how the user
//! authenticated.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use chrono::TimeDelta;
use partner_portal_contract::ProblemCode;
use sha2::{Digest, Sha256};

use crate::{
    http::{
        error::ApiError,
        extract::{session_cookie_name, session_token_hash},
    },
    ids::UserId,
    random,
    state::AppState,
};

const LIFETIME: TimeDelta = TimeDelta::hours(12);

/// A 204 response with the cookie.
pub type CookieAnswer = (StatusCode, [(HeaderName, HeaderValue); 1]);

/// Begins a session of 12 hours. It replaces the session of the request's cookie, so a copy of the
/// old cookie becomes useless.
pub async fn begin(
    state: &AppState,
    user: &UserId,
    headers: &HeaderMap,
) -> Result<CookieAnswer, ApiError> {
    let token = hex::encode(random::token().map_err(|_| ProblemCode::Internal)?);
    let now = state.clock.now();
    let hash = Sha256::digest(token.as_bytes()).into();
    let replaced = session_token_hash(state, headers);
    state.storage.begin_session(&hash, user, now, now + LIFETIME, replaced.as_ref()).await?;
    Ok(cookie(&token, LIFETIME, is_secure(state, headers))?)
}

/// Ends the session of the request's cookie, if there is one.
pub async fn end(state: &AppState, headers: &HeaderMap) -> Result<CookieAnswer, ApiError> {
    if let Some(hash) = session_token_hash(state, headers) {
        state.storage.end_session(&hash).await?;
    }
    Ok(cookie("", TimeDelta::zero(), is_secure(state, headers))?)
}

/// Checks whether the cookie is limited to TLS. It is if the public address or the origin of the
/// page uses https. The request's own scheme does not count, because a proxy that ends TLS forwards
/// plain HTTP.
fn is_secure(state: &AppState, headers: &HeaderMap) -> bool {
    let is_of_secure_page =
        headers.get(header::ORIGIN).is_some_and(|it| it.as_bytes().starts_with(b"https://"));
    is_of_secure_page || state.public_url.scheme() == "https"
}

fn cookie(token: &str, lifetime: TimeDelta, is_secure: bool) -> Result<CookieAnswer, ProblemCode> {
    let name = session_cookie_name(is_secure);
    let secure = if is_secure { "; Secure" } else { "" };
    let seconds = lifetime.num_seconds();
    let text = format!("{name}={token}; HttpOnly; SameSite=Lax; Path=/; Max-Age={seconds}{secure}");
    let value = HeaderValue::from_str(&text).map_err(|_| ProblemCode::Internal)?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, value)]))
}
