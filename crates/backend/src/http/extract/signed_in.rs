//! Authenticates the user who sends the request.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, Method, request::Parts},
};
use partner_portal_contract::{
    BundledReferenceData, ProblemCode,
    paths::{USER_HEADER, user_header},
    users::PersonAddress,
};

use super::{
    bearer_token::bearer_token, own_page::FromOwnPage, session_cookie::session_token_hash,
};
use crate::{
    auth::{Refusal, VerifiedToken},
    http::error::ApiError,
    state::AppState,
    storage::people::{Identity, KnownPerson, Person},
};

/// An authenticated user. If the request has a bearer token, only the token is checked and cookies
/// are ignored. Otherwise the session cookie is checked, and a write must also pass
/// [`FromOwnPage`].
///
/// A request that names its user in [`USER_HEADER`] is refused if another user is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The signed-in person.
    pub person: Person,
    proof: Proof,
}

#[derive(Clone, Debug)]
enum Proof {
    Cookie([u8; 32]),
    Bearer(VerifiedToken),
}

impl SignedIn {
    /// Authenticates again, for a request that has waited.
    pub async fn again(&self, state: &AppState) -> Result<Self, ApiError> {
        match &self.proof {
            Proof::Cookie(token_hash) => by_cookie(state, *token_hash).await,
            Proof::Bearer(token) if token.has_expired(state.clock.now()) => {
                Err(ApiError::token_refused(Refusal::Expired))
            }
            Proof::Bearer(token) => by_token(state, token.clone()).await,
        }
    }

    /// Checks whether the user authenticated with a bearer token.
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
            let token_hash = session_token_hash(state, &parts.headers);
            let token_hash = token_hash.ok_or(ProblemCode::SignedOut)?;
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

fn is_meant_for_another(headers: &HeaderMap, person: &Person) -> bool {
    let expected = user_header(person.id.as_str());
    headers.get_all(USER_HEADER).iter().any(|user| user.as_bytes() != expected.as_bytes())
}

async fn by_cookie(state: &AppState, token_hash: [u8; 32]) -> Result<SignedIn, ApiError> {
    let person = state.storage.signed_in(&token_hash, state.clock.now()).await?;
    let person = person.ok_or(ProblemCode::SignedOut)?;
    Ok(SignedIn { person, proof: Proof::Cookie(token_hash) })
}

async fn by_token(state: &AppState, token: VerifiedToken) -> Result<SignedIn, ApiError> {
    let identity = Identity { issuer: token.issuer.clone(), subject: token.subject.clone() };
    let known = match &token.verified_email {
        Some(email) => by_verified_address(state, &identity, email).await?,
        None => state.storage.person_of(&identity).await?,
    };
    let known = known.ok_or_else(|| ApiError::token_refused(Refusal::UnknownPerson))?;
    Ok(SignedIn { person: known.person, proof: Proof::Bearer(token) })
}

/// Returns the person linked to an identity and stores the verified address for them. If there is
/// no such person, it links the identity to the person with the address.
async fn by_verified_address(
    state: &AppState,
    identity: &Identity,
    email: &str,
) -> Result<Option<KnownPerson>, ApiError> {
    let (storage, now) = (&state.storage, state.clock.now());
    let address = PersonAddress::parse(email, &BundledReferenceData).ok();
    if let Some(known) = storage.person_of(identity).await? {
        if address.as_ref().is_some_and(|address| address.key() == known.address_key) {
            return Ok(Some(known));
        }
        for account in storage.take_over_address(identity, &known, address.as_ref(), now).await? {
            state.change_feed.publish_change(&account);
        }
        // `None` if the old address was all that the person had: they were deleted.
        if let Some(known) = storage.person_of(identity).await? {
            return Ok(Some(known));
        }
    }
    match address {
        Some(address) => Ok(storage.link_by_address(identity, &address, now).await?),
        None => Ok(None),
    }
}
