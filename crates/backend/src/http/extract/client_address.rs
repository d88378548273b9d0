//! Reads the client's network address and limits the sign-in attempts from it.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, HeaderName, request::Parts},
};
use partner_portal_contract::ProblemCode;

use crate::{http::error::ApiError, state::AppState};

/// The client's network address. It is the address of the peer, or the last entry of the header
/// that `--client-address-header` names, which a trusted proxy sets.
#[derive(Clone, Copy, Debug)]
pub struct ClientAddress(pub IpAddr);

/// Proof that the client may attempt another sign-in. Extracting it counts the attempt, so it must
/// be extracted before anything that depends on the user.
#[derive(Clone, Copy, Debug)]
pub struct SignInAllowed;

impl FromRequestParts<AppState> for ClientAddress {
    type Rejection = ApiError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let header = state.client_address_header.as_ref();
        if let Some(address) = header.and_then(|name| last_entry(&parts.headers, name)) {
            return Ok(Self(address));
        }
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().ok_or_else(|| {
            tracing::error!("the server does not know its peers' addresses");
            ProblemCode::Internal
        })?;
        Ok(Self(peer.0.ip()))
    }
}

impl FromRequestParts<AppState> for SignInAllowed {
    type Rejection = ApiError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let ClientAddress(client) = ClientAddress::from_request_parts(parts, state).await?;
        state.limits.count_sign_in(client).await?;
        Ok(Self)
    }
}

/// Returns the last entry, which the trusted proxy has added. The client may have forged the
/// entries before it.
fn last_entry(headers: &HeaderMap, name: &HeaderName) -> Option<IpAddr> {
    let line = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    let entry = line.rsplit(',').next()?.trim();
    let bracketed = entry.strip_prefix('[').and_then(|entry| entry.strip_suffix(']'));
    let address = bracketed.unwrap_or(entry).parse().ok();
    address.or_else(|| entry.parse::<SocketAddr>().ok().map(|with_port| with_port.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_entry_is_the_client_address_with_or_without_a_port() {
        let name = HeaderName::from_static("x-forwarded-for");
        let read = |lines: &[&str]| {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append(&name, line.parse().unwrap());
            }
            last_entry(&headers, &name).map(|address| address.to_string())
        };
        let found = |text: &str| Some(text.to_owned());
        assert_eq!(read(&["192.0.2.1"]), found("192.0.2.1"));
        assert_eq!(read(&["198.51.100.9, 192.0.2.1"]), found("192.0.2.1"));
        assert_eq!(read(&["198.51.100.9", "192.0.2.1:4711"]), found("192.0.2.1"));
        assert_eq!(read(&["[2001:db8::1]:4711"]), found("2001:db8::1"));
        assert_eq!(read(&["[2001:db8::1]"]), found("2001:db8::1"));
        assert_eq!(read(&["2001:db8::1"]), found("2001:db8::1"));
        for nonsense in ["", "unknown", "192.0.2.1, unknown"] {
            assert_eq!(read(&[nonsense]), None);
        }
        assert_eq!(read(&[]), None);
    }
}
