//! Allows pages of configured origins to call the API with bearer tokens. Cookies are never allowed
//! for them.

use std::{fmt, str::FromStr, time::Duration};

use axum::http::{HeaderName, HeaderValue, Method, Uri, header};
use partner_portal_contract::paths::{CSRF_HEADER, IDEMPOTENCY_KEY_HEADER, USER_HEADER};
use tower_http::cors::{AllowOrigin, CorsLayer};

/// The time for which a browser may cache the permission.
const MAX_AGE: Duration = Duration::from_mins(10);

/// An origin exactly as browsers write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedOrigin(HeaderValue);

/// The error for a text that is not an origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no origin as browsers write it: https://HOST or https://HOST:PORT, in lower case")]
pub struct NoOrigin;

impl FromStr for AllowedOrigin {
    type Err = NoOrigin;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url: Uri = text.parse().map_err(|_| NoOrigin)?;
        let authority = url.authority().ok_or(NoOrigin)?;
        let (scheme, default_port) = match url.scheme_str() {
            Some("https") => ("https", 443),
            Some("http") => ("http", 80),
            _ => return Err(NoOrigin),
        };
        let is_host = !authority.host().is_empty() && !authority.as_str().contains(['*', '@', '%']);
        let is_as_written = text == format!("{scheme}://{}", authority.as_str().to_lowercase());
        if !is_host || !is_as_written || authority.port_u16() == Some(default_port) {
            return Err(NoOrigin);
        }
        HeaderValue::from_str(text).map(Self).map_err(|_| NoOrigin)
    }
}

impl fmt::Display for AllowedOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.to_str().unwrap_or_default())
    }
}

/// Returns the layer that answers preflight requests and adds the CORS headers.
pub(crate) fn layer(origins: &[AllowedOrigin]) -> CorsLayer {
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins.iter().map(|origin| origin.0.clone())))
        .allow_methods([Method::GET, Method::PUT, Method::POST, Method::PATCH, Method::DELETE])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::IF_MATCH,
            header::IF_NONE_MATCH,
            header::ACCEPT_LANGUAGE,
            HeaderName::from_static(IDEMPOTENCY_KEY_HEADER),
            HeaderName::from_static("prefer"),
            HeaderName::from_static(CSRF_HEADER),
            HeaderName::from_static(USER_HEADER),
        ])
        .expose_headers([
            header::ETAG,
            header::RETRY_AFTER,
            HeaderName::from_static("x-request-id"),
            HeaderName::from_static("preference-applied"),
        ])
        .max_age(MAX_AGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_must_have_the_form_that_browsers_send() {
        for text in [
            "https://partners.example.com",
            "http://localhost:3000",
            "http://[::1]:3000",
            "https://xn--bcher-kva.example",
        ] {
            assert_eq!(text.parse::<AllowedOrigin>().map(|it| it.to_string()), Ok(text.to_owned()));
        }
        for text in [
            "*",
            "",
            "null",
            "partners.example.com",
            "https://*.example.com",
            "https://partners.example.com/",
            "https://partners.example.com/portal",
            "https://Partners.example.com",
            "https://partners.example.com:443",
            "http://partners.example.com:80",
            "https://user@partners.example.com",
            "file:///portal",
        ] {
            assert_eq!(text.parse::<AllowedOrigin>(), Err(NoOrigin), "{text}");
        }
    }
}
