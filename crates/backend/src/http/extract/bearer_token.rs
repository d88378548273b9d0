//! Reads the bearer token of a request.

use axum::http::{HeaderMap, header};

/// Returns the bearer token, if the request has one. Other schemes are ignored, because a proxy in
/// front of this server may use them. A token that is not UTF-8 or is sent twice is returned as an
/// empty text, which is never valid.
pub(super) fn bearer_token(headers: &HeaderMap) -> Option<&str> {
    const SCHEME: &str = "bearer";
    let mut given = headers.get_all(header::AUTHORIZATION).iter().filter_map(|value| {
        let octets = value.as_bytes();
        let (scheme, rest) = octets.split_at_checked(SCHEME.len())?;
        let is_bearer = scheme.eq_ignore_ascii_case(SCHEME.as_bytes());
        (is_bearer && matches!(rest, [] | [b' ', ..])).then_some(rest)
    });
    let token = std::str::from_utf8(given.next()?).unwrap_or_default().trim_matches(' ');
    Some(if given.next().is_some() { "" } else { token })
}
