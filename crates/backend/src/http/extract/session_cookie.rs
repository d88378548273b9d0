//! Reads the session token from the request's cookie.

use axum::http::{HeaderMap, header};
use sha2::{Digest, Sha256};

use crate::state::AppState;

/// The name over plain HTTP, which is meant for this machine only.
const PLAIN: &str = "partner_portal_session";
/// The name over TLS. Browsers accept a cookie with the prefix `__Host-` only over TLS, only from
/// this exact host and only for all paths. A page of another subdomain therefore cannot set it.
const HOST_ONLY: &str = "__Host-partner_portal_session";

/// Returns the name of the session cookie.
pub const fn session_cookie_name(is_secure: bool) -> &'static str {
    if is_secure { HOST_ONLY } else { PLAIN }
}

/// Returns the hash of the session token, if the request has one. A cookie with the plain name is
/// accepted only if the public address uses plain HTTP.
pub fn session_token_hash(state: &AppState, headers: &HeaderMap) -> Option<[u8; 32]> {
    let plain = (state.public_url.scheme() == "http").then_some(PLAIN);
    let token =
        [Some(HOST_ONLY), plain].into_iter().flatten().find_map(|name| value(headers, name));
    token.map(|token| Sha256::digest(token.as_bytes()).into())
}

fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}
