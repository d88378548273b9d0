//! The issuer's keys as they were fetched last, and when they are fetched again: a while before they
//! are too old to count, and when a token names a key that is not among them. The issuer is asked by
//! one request at a time and at most every ten seconds, however many tokens come. Ages are measured
//! by the uptime, so that a clock that is set back stops nothing.

use std::{
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use jsonwebtoken::{Algorithm, DecodingKey};
use tokio::sync::Mutex;

use super::{
    JwksUrl, Refusal,
    fetch::fetch,
    key_set::{VerificationKey, usable_keys},
};
use crate::clock::Clock;

/// The age at which keys are fetched again, while the known ones still count.
const REFRESH_AGE: Duration = Duration::from_mins(10);
/// The age at which keys count no longer, even while the issuer is silent: it may have withdrawn
/// them.
const MAX_AGE: Duration = Duration::from_hours(1);
/// The pause between two fetches. A key that the issuer has just added is taken after that, whatever
/// unknown keys other tokens name.
const BETWEEN_FETCHES: Duration = Duration::from_secs(10);
/// The pause while no key is known, so that no token is accepted.
const BETWEEN_FIRST_FETCHES: Duration = Duration::from_secs(5);

/// The keys behind an address.
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

    /// Returns the key of that id; without an id, the only one of that algorithm.
    pub(super) async fn find(
        self: &Arc<Self>,
        id: Option<&str>,
        algorithm: Algorithm,
    ) -> Result<DecodingKey, Refusal> {
        let known = self.known();
        if let Some(key) = known.key(id, algorithm, self.clock.uptime()) {
            if known.is_due(self.clock.uptime()) && self.fetching.try_lock().is_ok() {
                // Nothing waits for it: the key counts for some time yet.
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

    /// Fetches the keys, unless that was done just now.
    pub(super) async fn refresh(self: &Arc<Self>) {
        let keys = Arc::clone(self);
        // On its own task: a client that goes away does not stop it.
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
