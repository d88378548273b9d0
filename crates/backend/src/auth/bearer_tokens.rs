//! Verifies bearer tokens.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};

use super::{
    claims::{Claims, VerifiedToken},
    refusal::Refusal,
    remote_keys::RemoteKeys,
    settings::{AuthSettings, AuthSettingsError, KeySource},
};
use crate::clock::Clock;

/// The maximum length of a token in bytes. Real tokens have a few kilobytes, so longer ones are
/// refused without being parsed.
const LONGEST_TOKEN: usize = 16 * 1024;

/// Verifies bearer tokens with the configured keys.
pub struct BearerTokens {
    keys: Keys,
    issuer: String,
    audience: String,
}

/// The key for the signatures. The configured kind of key determines the algorithm, never the
/// token. Otherwise an attacker could use a public key as a shared secret.
enum Keys {
    Secret(DecodingKey),
    Remote(Arc<RemoteKeys>),
}

impl BearerTokens {
    /// Reads the keys from the settings. Returns `None` if the settings name no keys.
    pub fn configure(
        settings: &AuthSettings,
        clock: &Arc<dyn Clock>,
    ) -> Result<Option<Self>, AuthSettingsError> {
        let Some((source, issuer, audience)) = settings.configured()? else { return Ok(None) };
        let keys = match source {
            KeySource::Secret(secret) => Keys::Secret(DecodingKey::from_secret(&secret)),
            KeySource::Url(url) => Keys::Remote(Arc::new(RemoteKeys::new(url, clock.clone()))),
        };
        Ok(Some(Self { keys, issuer, audience }))
    }

    /// Fetches the issuer's keys, so that the first token does not have to wait and a failure
    /// appears in the log at once.
    pub async fn prepare(&self) {
        if let Keys::Remote(keys) = &self.keys {
            keys.refresh().await;
        }
    }

    /// Checks the signature and every claim.
    pub async fn verify(&self, token: &str, now: DateTime<Utc>) -> Result<VerifiedToken, Refusal> {
        if token.len() > LONGEST_TOKEN {
            return Err(Refusal::Malformed);
        }
        let header = decode_header(token).map_err(|_| Refusal::Malformed)?;
        if header.crit.is_some() {
            return Err(Refusal::CriticalHeader);
        }
        let algorithm = header.alg;
        let key = match (&self.keys, algorithm) {
            (Keys::Secret(secret), Algorithm::HS256) => secret.clone(),
            (Keys::Remote(keys), Algorithm::RS256 | Algorithm::ES256) => {
                keys.find(header.kid.as_deref(), algorithm).await?
            }
            _ => return Err(Refusal::Algorithm),
        };
        signed_claims(token, &key, algorithm)?.check(&self.issuer, &self.audience, now)
    }
}

/// Checks the signature and returns the claims. They are not checked yet, because the library would
/// use the system clock.
fn signed_claims(token: &str, key: &DecodingKey, algorithm: Algorithm) -> Result<Claims, Refusal> {
    let mut signature_only = Validation::new(algorithm);
    signature_only.required_spec_claims.clear();
    signature_only.validate_exp = false;
    signature_only.validate_aud = false;
    decode(token, key, &signature_only).map(|token| token.claims).map_err(|error| {
        match error.kind() {
            jsonwebtoken::errors::ErrorKind::Json(_) => Refusal::Claims,
            _ => Refusal::Signature,
        }
    })
}
