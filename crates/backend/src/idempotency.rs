//! `Idempotency-Key`: a retry of a request whose answer was lost is not a second save.

use axum::{extract::FromRequestParts, http::request::Parts};
use partner_portal_contract::{
    ContactInformationDraft, Environment, ProblemCode,
    paths::{self, IDEMPOTENCY_KEY_HEADER},
};
use sha2::{Digest, Sha256};

use crate::{error::ApiError, ids::AccountId, storage::IdempotencyKey};

/// The longest key, in octets.
pub(crate) const LONGEST_KEY: usize = 255;

/// The key of the request, if it has one; 400 when it is unusable.
#[derive(Clone, Debug)]
pub struct RequestedKey(Option<String>);

impl RequestedKey {
    /// What the key stands for: this path, this environment, this body. `If-Match` is left out:
    /// a retry may know of a newer revision, its own.
    pub fn for_save(
        self,
        account: &AccountId,
        environment: Environment,
        draft: &ContactInformationDraft,
    ) -> Result<Option<IdempotencyKey>, ApiError> {
        let Some(key) = self.0 else { return Ok(None) };
        let body = serde_json::to_vec(draft).map_err(|_| ProblemCode::Internal)?;
        let fingerprint = Sha256::new()
            .chain_update(environment.as_str())
            .chain_update([0])
            .chain_update(body)
            .finalize()
            .into();
        let path = paths::contact_information(account.as_str());
        Ok(Some(IdempotencyKey { path, key, fingerprint }))
    }
}

impl<S: Sync> FromRequestParts<S> for RequestedKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let Some(value) = parts.headers.get(IDEMPOTENCY_KEY_HEADER) else { return Ok(Self(None)) };
        match value.to_str() {
            Ok(key) if (1..=LONGEST_KEY).contains(&key.len()) => Ok(Self(Some(key.to_owned()))),
            _ => Err(ProblemCode::InvalidParameter.into()),
        }
    }
}
