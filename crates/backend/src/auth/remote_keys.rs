//! Caches the issuer's keys and refreshes them. They are fetched again some time before they become
//! too old, and when a token names an unknown key.
//!
//! Fetching is a single flight, at most once every ten seconds, regardless of the number of tokens.
//! Ages are measured with the uptime, so a clock that is set back does not stop the refresh.

use std::{
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use jsonwebtoken::{Algorithm, DecodingKey};
use tokio::sync::Mutex;

use super::{
    fetch::fetch,
    key_set::{VerificationKey, usable_keys},
    refusal::Refusal,
    settings::JwksUrl,
};
use crate::clock::Clock;

/// The age at which the keys are fetched again. The cached keys remain valid meanwhile.
const REFRESH_AGE: Duration = Duration::from_mins(10);
/// The age at which cached keys become invalid, even if the issuer does not respond. The issuer may
/// have withdrawn them.
const MAX_AGE: Duration = Duration::from_hours(1);
/// The minimum time between two fetches. After this time a new key of the issuer is accepted, no
/// matter which unknown keys other tokens have named.
const BETWEEN_FETCHES: Duration = Duration::from_secs(10);
/// The minimum time between two fetches while no key is known, so no token can be accepted.
const BETWEEN_FIRST_FETCHES: Duration = Duration::from_secs(5);

/// The keys published at an address.
pub(super) struct RemoteKeys {
    url: JwksUrl,
    clock: Arc<dyn Clock>,
    known: RwLock<Known>,
    fetching: Mutex<()>,
}

#[derive(Clone, Default)]
struct Known {
    keys: Arc<[VerificationKey]>,
    fetched_at: Option<Duration>,
    tried_at: Option<Duration>,
}

impl RemoteKeys {
    pub(super) fn new(url: JwksUrl, clock: Arc<dyn Clock>) -> Self {
        Self { url, clock, known: RwLock::default(), fetching: Mutex::default() }
    }

    /// Returns the key with this id. Without an id, returns the only key of the algorithm.
    pub(super) async fn find(
        self: &Arc<Self>,
        id: Option<&str>,
        algorithm: Algorithm,
    ) -> Result<DecodingKey, Refusal> {
        let known = self.known();
        if let Some(key) = known.key(id, algorithm, self.clock.uptime()) {
            if known.is_due(self.clock.uptime()) && self.fetching.try_lock().is_ok() {
                // Refreshes in the background, because the cached key is still valid.
                let keys = Arc::clone(self);
                tokio::spawn(async move { keys.refresh().await });
            }
            return Ok(key);
        }
        self.refresh().await;
        let known = self.known();
        let now = self.clock.uptime();
        known.key(id, algorithm, now).ok_or(if known.counts(now) {
            Refusal::UnknownKey
        } else {
            Refusal::KeysUnavailable
        })
    }

    /// Fetches the keys, unless they were fetched a moment ago.
    pub(super) async fn refresh(self: &Arc<Self>) {
        let keys = Arc::clone(self);
        // Runs in its own task, so that it continues when the client disconnects.
        let refreshed = tokio::spawn(async move {
            let _only_one = keys.fetching.lock().await;
            if keys.known().may_fetch(keys.clock.uptime()) {
                keys.fetch().await;
            }
        });
        if refreshed.await.is_err() {
            tracing::error!("--jwks-url: fetching the keys failed");
        }
    }

    async fn fetch(&self) {
        let url = self.url.clone();
        let now = self.clock.uptime();
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
    fn key(&self, id: Option<&str>, algorithm: Algorithm, now: Duration) -> Option<DecodingKey> {
        if !self.counts(now) {
            return None;
        }
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

    fn counts(&self, now: Duration) -> bool {
        self.fetched_at.is_some_and(|at| now < at + MAX_AGE)
    }

    fn is_due(&self, now: Duration) -> bool {
        self.fetched_at.is_none_or(|at| now >= at + REFRESH_AGE) && self.may_fetch(now)
    }

    fn may_fetch(&self, now: Duration) -> bool {
        let pause = if self.counts(now) { BETWEEN_FETCHES } else { BETWEEN_FIRST_FETCHES };
        self.tried_at.is_none_or(|at| now >= at + pause)
    }
}
