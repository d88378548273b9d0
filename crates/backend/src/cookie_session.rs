//! Remembers who somebody is with a cookie, for pages of our own origin. Knows nothing of how they
//! proved it.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use chrono::TimeDelta;
use partner_portal_contract::ProblemCode;
use sha2::{Digest, Sha256};

use crate::{
    error::ApiError,
    extract::{SESSION_COOKIE, session_token_hash},
    ids::UserId,
    random,
    state::AppState,
};

const LIFETIME: TimeDelta = TimeDelta::hours(12);

/// 204 with the cookie.
pub type CookieAnswer = (StatusCode, [(HeaderName, HeaderValue); 1]);

/// Begins a session of 12 hours.
pub async fn begin(
    state: &AppState,
    user: &UserId,
    headers: &HeaderMap,
) -> Result<CookieAnswer, ApiError> {
    let token = hex::encode(random::token().map_err(|_| ProblemCode::Internal)?);
    let now = state.clock.now();
    let hash = Sha256::digest(token.as_bytes()).into();
    state.storage.begin_session(&hash, user, now, now + LIFETIME).await?;
    Ok(cookie(&token, LIFETIME, is_secure(state, headers))?)
}

/// Ends the cookie's session; without one there is nothing to end.
pub async fn end(state: &AppState, headers: &HeaderMap) -> Result<CookieAnswer, ApiError> {
    if let Some(hash) = session_token_hash(headers) {
        state.storage.end_session(&hash).await?;
    }
    Ok(cookie("", TimeDelta::zero(), is_secure(state, headers))?)
}

/// By what the browser says of its page, and otherwise by our public address: behind a proxy that
/// ends TLS this server sees plain HTTP, and on `http://127.0.0.1` Safari drops a secure cookie.
fn is_secure(state: &AppState, headers: &HeaderMap) -> bool {
    match headers.get(header::ORIGIN) {
        Some(origin) => origin.as_bytes().starts_with(b"https://"),
        None => state.public_url.scheme() == "https",
    }
}

fn cookie(token: &str, lifetime: TimeDelta, is_secure: bool) -> Result<CookieAnswer, ProblemCode> {
    let secure = if is_secure { "; Secure" } else { "" };
    let seconds = lifetime.num_seconds();
    let text = format!(
        "{SESSION_COOKIE}={token}; HttpOnly; SameSite=Lax; Path=/; Max-Age={seconds}{secure}"
    );
    let value = HeaderValue::from_str(&text).map_err(|_| ProblemCode::Internal)?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, value)]))
}
