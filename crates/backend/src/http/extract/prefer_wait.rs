//! Parses `Prefer: wait=N` (RFC 7240), the maximum duration of a long poll.

use std::{convert::Infallible, time::Duration};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderName, HeaderValue, request::Parts},
};
use partner_portal_contract::paths::MAX_WAIT_SECONDS;

static PREFER: HeaderName = HeaderName::from_static("prefer");
static PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// The granted wait. It is zero if the request did not ask for one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PreferWait {
    seconds: Option<u32>,
}

impl PreferWait {
    /// Returns the granted duration.
    pub fn duration(self) -> Duration {
        Duration::from_secs(self.seconds.unwrap_or(0).into())
    }

    /// Returns the `Preference-Applied` header, if the request asked for a wait.
    pub fn applied(self) -> Option<(HeaderName, HeaderValue)> {
        let value = HeaderValue::from_str(&format!("wait={}", self.seconds?)).ok()?;
        Some((PREFERENCE_APPLIED.clone(), value))
    }

    fn parse(headers: &HeaderMap) -> Self {
        // RFC 7240 requires the server to ignore preferences that it does not understand.
        let seconds = headers
            .get_all(&PREFER)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .find_map(|preference| {
                let (name, value) = preference.split(';').next()?.split_once('=')?;
                let is_wait = name.trim().eq_ignore_ascii_case("wait");
                is_wait.then(|| value.trim().trim_matches('"').parse::<u32>().ok()).flatten()
            });
        Self { seconds: seconds.map(|seconds| seconds.min(MAX_WAIT_SECONDS)) }
    }
}

impl<S: Sync> FromRequestParts<S> for PreferWait {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::parse(&parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_parsed_and_limited_and_an_invalid_one_is_ignored() {
        for (text, seconds) in [
            ("wait=10", Some(10)),
            ("respond-async, Wait=\"5\"; foo=bar", Some(5)),
            ("wait=3600", Some(MAX_WAIT_SECONDS)),
            ("wait=-1", None),
            ("wait", None),
            ("return=minimal", None),
        ] {
            let headers = HeaderMap::from_iter([(PREFER.clone(), HeaderValue::from_static(text))]);
            assert_eq!(PreferWait::parse(&headers), PreferWait { seconds }, "{text}");
        }
    }
}
