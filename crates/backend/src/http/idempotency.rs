//! Reads the `Idempotency-Key` header. It prevents a second save when a client retries a request
//! whose response was lost.

use axum::{extract::FromRequestParts, http::request::Parts};
use partner_portal_contract::{
    ContactInformationInput, Environment, ProblemCode,
    paths::{self, IDEMPOTENCY_KEY_HEADER},
};
use sha2::{Digest, Sha256};

use crate::{http::error::ApiError, ids::AccountId, storage::contact_information::IdempotencyKey};

/// The maximum length of a key in bytes.
pub(crate) const LONGEST_KEY: usize = 255;

/// The idempotency key of the request, if it has one. An invalid key is refused with 400.
#[derive(Clone, Debug)]
pub struct RequestedKey(Option<String>);

impl RequestedKey {
    /// Combines the key with the path and with a fingerprint of the environment and the body.
    /// `If-Match` is not part of the fingerprint: a retry may contain a newer revision, namely the
    /// one from its own first attempt.
    pub fn for_save(
        self,
        account: &AccountId,
        environment: Environment,
        input: &ContactInformationInput,
    ) -> Result<Option<IdempotencyKey>, ApiError> {
        self.for_path(paths::contact_information(account.as_str()), environment, input)
    }

    /// Combines the key with a path, like [`Self::for_save`].
    pub fn for_path(
        self,
        path: String,
        environment: Environment,
        input: &ContactInformationInput,
    ) -> Result<Option<IdempotencyKey>, ApiError> {
        let Some(key) = self.0 else { return Ok(None) };
        let body = serde_json::to_vec(input).map_err(|_| ProblemCode::Internal)?;
        let fingerprint = Sha256::new()
            .chain_update(environment.as_str())
            .chain_update([0])
            .chain_update(body)
            .finalize()
            .into();
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
