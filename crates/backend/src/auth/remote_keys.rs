//! The issuer's keys as they were fetched last, and when they are fetched again: when they are
//! old, and when a token names a key that is not among them. The issuer is asked by one request
//! at a time and at most once a minute, however many tokens come, and keys that are known stay
//! known while it does not answer.

use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, DecodingKey};
use tokio::sync::Mutex;

use super::{
    JwksUrl, Refusal,
    fetch::fetch,
    key_set::{VerificationKey, usable_keys},
};

/// Keys that the issuer withdraws are accepted for no longer than this.
const MAX_AGE: TimeDelta = TimeDelta::hours(1);
const BETWEEN_FETCHES: TimeDelta = TimeDelta::minutes(1);
/// While there is no key at all nobody can sign in, so the issuer is asked sooner.
const BETWEEN_FIRST_FETCHES: TimeDelta = TimeDelta::seconds(5);

/// The keys behind an address.
pub(super) struct RemoteKeys {
    url: JwksUrl,
    known: RwLock<Known>,
    fetching: Mutex<()>,
}

#[derive(Clone, Default)]
struct Known {
    keys: Arc<[VerificationKey]>,
    fetched_at: Option<DateTime<Utc>>,
    tried_at: Option<DateTime<Utc>>,
}

impl RemoteKeys {
    pub(super) fn new(url: JwksUrl) -> Self {
        Self { url, known: RwLock::default(), fetching: Mutex::default() }
    }

    /// The key of that id; without an id, the only one of that algorithm.
    pub(super) async fn find(
        self: &Arc<Self>,
        id: Option<&str>,
        algorithm: Algorithm,
        now: DateTime<Utc>,
    ) -> Result<DecodingKey, Refusal> {
        let known = self.known();
        if let Some(key) = known.key(id, algorithm)
            // Whoever has a key does not wait for a fetch that another request has begun.
            && (known.is_fresh(now) || self.fetching.try_lock().is_err())
        {
            return Ok(key);
        }
        self.refresh(now).await;
        let known = self.known();
        known.key(id, algorithm).ok_or(if known.fetched_at.is_some() {
            Refusal::UnknownKey
        } else {
            Refusal::KeysUnavailable
        })
    }

    /// Fetches the keys, unless that was done just now.
    pub(super) async fn refresh(self: &Arc<Self>, now: DateTime<Utc>) {
        let keys = Arc::clone(self);
        // On its own task: a client that goes away does not stop it.
        let refreshed = tokio::spawn(async move {
            let _only_one = keys.fetching.lock().await;
            if keys.known().may_fetch(now) {
                keys.fetch(now).await;
            }
        });
        if refreshed.await.is_err() {
            tracing::error!("--jwks-url: fetching the keys failed");
        }
    }

    async fn fetch(&self, now: DateTime<Utc>) {
        let url = self.url.clone();
        let fetched = tokio::task::spawn_blocking(move || fetch(&url)).await;
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.tried_at = Some(now);
        let reason = match fetched {
            Ok(Ok(document)) => {
                let keys = usable_keys(&document);
                if !keys.is_empty() {
                    tracing::info!(keys = keys.len(), "--jwks-url: the issuer's keys are here");
                    known.keys = keys.into();
                    known.fetched_at = Some(now);
                    return;
                }
                "no RS256 or ES256 key is there".to_owned()
            }
            Ok(Err(error)) => error.to_string(),
            Err(_) => "the request was abandoned".to_owned(),
        };
        tracing::warn!(reason, "--jwks-url: the issuer's keys could not be fetched");
    }

    fn known(&self) -> Known {
        self.known.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Known {
    fn key(&self, id: Option<&str>, algorithm: Algorithm) -> Option<DecodingKey> {
        let mut of_algorithm = self.keys.iter().filter(|key| key.algorithm == algorithm);
        let found = match id {
            Some(_) => of_algorithm.find(|key| key.id.as_deref() == id)?,
            None => match (of_algorithm.next(), of_algorithm.next()) {
                (Some(only), None) => only,
                _ => return None,
            },
        };
        Some(found.key.clone())
    }

    fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        self.fetched_at.is_some_and(|at| now - at < MAX_AGE)
    }

    fn may_fetch(&self, now: DateTime<Utc>) -> bool {
        let pause = if self.keys.is_empty() { BETWEEN_FIRST_FETCHES } else { BETWEEN_FETCHES };
        self.tried_at.is_none_or(|at| now - at >= pause)
    }
}
