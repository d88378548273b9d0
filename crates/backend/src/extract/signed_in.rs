//! Who sends the request.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, Method, header, request::Parts},
};
use partner_portal_contract::{
    BundledReferenceData, EmailAddress, ProblemCode,
    paths::{CSRF_HEADER, USER_HEADER, user_header},
};
use sha2::{Digest, Sha256};

use crate::{
    auth::{Refusal, VerifiedToken},
    error::ApiError,
    state::AppState,
    storage::{Identity, Person},
};

/// The cookie that holds a session's token.
pub const SESSION_COOKIE: &str = "partner_portal_session";

/// A person who has proved who they are: by a bearer token when there is one, whatever cookies
/// come with it, and otherwise by a session's cookie; then a write also proves [`FromOwnPage`]. A
/// request that says for whom it is meant comes from nobody else.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The person.
    pub person: Person,
    proof: Proof,
}

#[derive(Clone, Debug)]
enum Proof {
    Cookie([u8; 32]),
    Bearer(VerifiedToken),
}

/// Proof that our own page sent a write, or somebody with a token: a foreign page can add neither
/// header without our consent.
#[derive(Clone, Copy, Debug)]
pub struct FromOwnPage;

impl SignedIn {
    /// Looks again, for a request that has waited.
    pub async fn again(&self, state: &AppState) -> Result<Self, ApiError> {
        match &self.proof {
            Proof::Cookie(token_hash) => by_cookie(state, *token_hash).await,
            Proof::Bearer(token) if token.has_expired(state.clock.now()) => {
                Err(ApiError::token_refused(Refusal::Expired))
            }
            Proof::Bearer(token) => by_token(state, token.clone()).await,
        }
    }

    /// Whether a bearer token is the proof.
    pub fn is_by_bearer(&self) -> bool {
        matches!(self.proof, Proof::Bearer(_))
    }
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let signed_in = if let Some(token) = bearer_token(&parts.headers) {
            let tokens = state.bearer_tokens.as_ref();
            let tokens = tokens.ok_or_else(|| ApiError::token_refused(Refusal::NotConfigured))?;
            let verified = tokens.verify(token, state.clock.now()).await;
            by_token(state, verified.map_err(ApiError::token_refused)?).await?
        } else {
            let token_hash = session_token_hash(&parts.headers).ok_or(ProblemCode::SignedOut)?;
            by_cookie(state, token_hash).await?
        };
        if is_meant_for_another(&parts.headers, &signed_in.person) {
            return Err(ProblemCode::SignedOut.into());
        }
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
            _ if bearer_token(&parts.headers).is_some() => Ok(Self),
            _ => Err(ProblemCode::CsrfHeaderMissing.into()),
        }
    }
}

fn is_meant_for_another(headers: &HeaderMap, person: &Person) -> bool {
    let expected = user_header(person.id.as_str());
    headers.get_all(USER_HEADER).iter().any(|user| user.as_bytes() != expected.as_bytes())
}

/// The bearer token, if the request has one. Other schemes are left to what stands in front of
/// this server. What is no text, or there twice, is a token that proves nothing.
fn bearer_token(headers: &HeaderMap) -> Option<&str> {
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

async fn by_cookie(state: &AppState, token_hash: [u8; 32]) -> Result<SignedIn, ApiError> {
    let person = state.storage.signed_in(&token_hash, state.clock.now()).await?;
    let person = person.ok_or(ProblemCode::SignedOut)?;
    Ok(SignedIn { person, proof: Proof::Cookie(token_hash) })
}

async fn by_token(state: &AppState, token: VerifiedToken) -> Result<SignedIn, ApiError> {
    let identity = Identity { issuer: token.issuer.clone(), subject: token.subject.clone() };
    let mut person = state.storage.person_of(&identity).await?;
    if person.is_none()
        && let Some(email) = &token.verified_email
        && let Ok(email) = EmailAddress::parse(email, &BundledReferenceData)
    {
        person = state.storage.link_by_email(&identity, &email, state.clock.now()).await?;
    }
    let person = person.ok_or_else(|| ApiError::token_refused(Refusal::UnknownPerson))?;
    Ok(SignedIn { person, proof: Proof::Bearer(token) })
}
