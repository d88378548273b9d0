//! Checks that a write comes from a page of this origin. Browsers attach the session cookie to
//! requests of all pages, so the cookie alone proves nothing.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use partner_portal_contract::{ProblemCode, paths::CSRF_HEADER};
use url::{Position, Url};

use super::bearer_token::bearer_token;
use crate::{http::error::ApiError, state::AppState};

/// The header in which browsers state the relation between the page and the requested address.
const FETCH_SITE_HEADER: &str = "sec-fetch-site";

/// Proof that a write comes from a page of this origin, or from a caller with a bearer token. A
/// page of another origin cannot add [`CSRF_HEADER`] without CORS permission, and browsers report
/// the origin of a request.
#[derive(Clone, Copy, Debug)]
pub struct FromOwnPage;

impl FromRequestParts<AppState> for FromOwnPage {
    type Rejection = ApiError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let headers = &parts.headers;
        if bearer_token(headers).is_some() {
            return Ok(Self);
        }
        if is_foreign(headers, &state.public_url) {
            return Err(ProblemCode::ForeignOrigin.into());
        }
        match headers.get(CSRF_HEADER) {
            Some(value) if value == "1" => Ok(Self),
            _ => Err(ProblemCode::CsrfHeaderMissing.into()),
        }
    }
}

/// Checks whether the browser reports a page of another origin. `Sec-Fetch-Site` takes precedence
/// over `Origin`: the browser compares the two addresses itself, while a proxy may have changed
/// `Host`. Callers other than browsers send neither header.
fn is_foreign(headers: &HeaderMap, public_url: &Url) -> bool {
    match (headers.get(FETCH_SITE_HEADER), headers.get(header::ORIGIN)) {
        (Some(site), _) => site != "same-origin",
        (None, Some(origin)) => {
            let origin = origin.to_str().unwrap_or_default();
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
            let is_of_host = host.is_some() && authority(origin) == host;
            !is_of_host && origin != &public_url[..Position::BeforePath]
        }
        (None, None) => false,
    }
}

fn authority(origin: &str) -> Option<&str> {
    origin.split_once("://").map(|(_, authority)| authority)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_foreign(pairs: &[(&'static str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        super::is_foreign(&headers, &Url::parse("https://partners.example.com/portal/").unwrap())
    }

    #[test]
    fn a_write_from_a_page_of_another_origin_is_recognised() {
        let host = ("host", "backend:8080");
        for own in [
            &[][..],
            &[("sec-fetch-site", "same-origin")],
            &[("origin", "https://partners.example.com")],
            &[("origin", "http://backend:8080")],
            // A proxy has changed the host.
            &[("sec-fetch-site", "same-origin"), ("origin", "http://127.0.0.1:3000")],
        ] {
            assert!(!is_foreign(&[&[host], own].concat()), "{own:?}");
        }
        for foreign in [
            &[("sec-fetch-site", "cross-site")][..],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "none")],
            &[("sec-fetch-site", "")],
            &[("sec-fetch-site", "cross-site"), ("origin", "https://partners.example.com")],
            &[("origin", "https://evil.example")],
            &[("origin", "https://partners.example.com.evil.example")],
            &[("origin", "https://partners.example.com:8443")],
            &[("origin", "http://partners.example.com")],
            &[("origin", "null")],
            &[("origin", "")],
        ] {
            assert!(is_foreign(&[&[host], foreign].concat()), "{foreign:?}");
        }
        assert!(is_foreign(&[("origin", "null")]), "no origin matches without a Host header");
    }
}
