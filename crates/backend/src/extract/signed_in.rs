//! Who sends the request.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, Method, header, request::Parts},
};
use partner_portal_contract::{ProblemCode, paths::CSRF_HEADER};
use sha2::{Digest, Sha256};

use crate::{error::ApiError, state::AppState, storage::Person};

/// The cookie that holds a session's token.
pub const SESSION_COOKIE: &str = "partner_portal_session";

/// A person whose session has not ended. By cookie, so a write also proves [`FromOwnPage`].
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The person.
    pub person: Person,
    token_hash: [u8; 32],
}

/// Proof that our own page sent a write: a foreign page cannot add the header without our
/// consent.
#[derive(Clone, Copy, Debug)]
pub struct FromOwnPage;

impl SignedIn {
    /// Looks again, for a request that has waited.
    pub async fn again(&self, state: &AppState) -> Result<Self, ApiError> {
        find(state, self.token_hash).await
    }
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let token_hash = session_token_hash(&parts.headers).ok_or(ProblemCode::SignedOut)?;
        let signed_in = find(state, token_hash).await?;
        if !matches!(parts.method, Method::GET | Method::HEAD) {
            FromOwnPage::from_request_parts(parts, state).await?;
        }
        Ok(signed_in)
    }
}

impl<S: Sync> FromRequestParts<S> for FromOwnPage {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        match parts.headers.get(CSRF_HEADER) {
            Some(value) if value == "1" => Ok(Self),
            _ => Err(ProblemCode::CsrfHeaderMissing.into()),
        }
    }
}

/// The hash of the session's token, if the request has one.
pub fn session_token_hash(headers: &HeaderMap) -> Option<[u8; 32]> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == SESSION_COOKIE)
        .map(|(_, token)| Sha256::digest(token.as_bytes()).into())
}

async fn find(state: &AppState, token_hash: [u8; 32]) -> Result<SignedIn, ApiError> {
    let person = state.storage.signed_in(&token_hash, state.clock.now()).await?;
    let person = person.ok_or(ProblemCode::SignedOut)?;
    Ok(SignedIn { person, token_hash })
}
