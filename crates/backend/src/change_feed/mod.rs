//! Wakes the long polls that wait for an account to change. The feed only tells *that* a change was
//! committed. A woken request reads the data again and decides itself. The data that all requests of
//! an account need are read once for all of them (single flight).

mod single_flight;

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use partner_portal_contract::Environment;
use tokio::sync::broadcast::{self, error::RecvError};

use self::single_flight::SingleFlight;
use crate::{
    ids::{AccountId, UserId},
    rules::completion::AccountCompletion,
};

/// The number of changes that a slow request may miss before it must read everything again.
const MOST_PENDING: usize = 16;

/// The channels of the accounts that requests wait for.
#[derive(Clone, Debug, Default)]
pub struct ChangeFeed {
    channels: Arc<Mutex<HashMap<AccountId, Arc<Channel>>>>,
}

#[derive(Debug)]
struct Channel {
    changes: broadcast::Sender<Change>,
    /// The number of changes so far.
    generation: AtomicU64,
    in_sandbox: SingleFlight<AccountCompletion>,
    in_production: SingleFlight<AccountCompletion>,
}

/// A committed change. It names the user whose access has changed, if any.
#[derive(Clone, Debug)]
struct Change {
    access_of: Option<UserId>,
}

/// The changes of an account since the subscription.
#[derive(Debug)]
pub struct Subscription {
    channel: Arc<Channel>,
    changes: broadcast::Receiver<Change>,
}

impl ChangeFeed {
    /// Subscribes to all changes from now on. Subscribe before reading, so that no change is
    /// missed.
    pub fn subscribe(&self, account: &AccountId) -> Subscription {
        let mut channels = self.lock();
        let channel = channels.entry(account.clone()).or_default();
        Subscription { channel: channel.clone(), changes: channel.changes.subscribe() }
    }

    /// Wakes the subscribers. Must be called after a commit that changes no member's role.
    pub fn publish_change(&self, account: &AccountId) {
        self.publish(account, None);
    }

    /// Wakes the subscribers. Must be called after a commit that changes the role of `user` or
    /// removes them.
    pub fn publish_access_change(&self, account: &AccountId, user: &UserId) {
        self.publish(account, Some(user.clone()));
    }

    fn publish(&self, account: &AccountId, access_of: Option<UserId>) {
        let mut channels = self.lock();
        let Some(channel) = channels.get(account) else { return };
        channel.generation.fetch_add(1, Ordering::SeqCst);
        // No request listens any more, so the channel is removed. Otherwise the map would grow
        // without limit.
        if channel.changes.send(Change { access_of }).is_err() {
            channels.remove(account);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<AccountId, Arc<Channel>>> {
        // No code can panic while the map is half changed, so a poisoned lock is safe to use.
        self.channels.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Subscription {
    /// Waits for a change and returns whether the access of `user` may have changed.
    pub async fn next_change(&mut self, user: &UserId) -> bool {
        let concerns = |change: &Change| change.access_of.as_ref() == Some(user);
        let mut access_may_differ = match self.changes.recv().await {
            Ok(change) => concerns(&change),
            Err(RecvError::Lagged(_) | RecvError::Closed) => true,
        };
        while let Ok(change) = self.changes.try_recv() {
            access_may_differ |= concerns(&change);
        }
        access_may_differ
    }

    /// Returns the completion after the latest change. Only the first caller after a change runs
    /// `compute`.
    pub async fn completion<E>(
        &self,
        environment: Environment,
        compute: impl Future<Output = Result<AccountCompletion, E>>,
    ) -> Result<Arc<AccountCompletion>, E> {
        let flight = match environment {
            Environment::Sandbox => &self.channel.in_sandbox,
            Environment::Production => &self.channel.in_production,
        };
        flight.get(&self.channel.generation, compute).await
    }
}

impl Default for Channel {
    fn default() -> Self {
        let (changes, _) = broadcast::channel(MOST_PENDING);
        Self {
            changes,
            generation: AtomicU64::new(0),
            in_sandbox: SingleFlight::default(),
            in_production: SingleFlight::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_change_between_subscribing_and_waiting_is_not_missed() {
        let feed = ChangeFeed::default();
        let account = AccountId::new("a");
        let mut subscription = feed.subscribe(&account);
        feed.publish_change(&account);
        assert!(!subscription.next_change(&UserId::new("u")).await, "no role has changed");
    }

    #[tokio::test]
    async fn a_changed_role_is_reported_to_its_user_only_even_after_many_changes() {
        let feed = ChangeFeed::default();
        let account = AccountId::new("a");
        for pending in [0, MOST_PENDING + 1] {
            let mut subscription = feed.subscribe(&account);
            feed.publish_access_change(&account, &UserId::new("u"));
            for _ in 0..pending {
                feed.publish_change(&account);
            }
            assert!(subscription.next_change(&UserId::new("u")).await);
        }
        let mut subscription = feed.subscribe(&account);
        feed.publish_access_change(&account, &UserId::new("u"));
        assert!(!subscription.next_change(&UserId::new("v")).await);
    }

    #[test]
    fn other_accounts_are_not_woken_and_idle_channels_are_dropped() {
        let feed = ChangeFeed::default();
        let (mine, other) = (AccountId::new("mine"), AccountId::new("other"));
        let subscription = feed.subscribe(&mine);
        feed.publish_change(&other);
        assert!(subscription.changes.is_empty());
        drop(subscription);
        feed.publish_change(&mine);
        assert!(feed.lock().is_empty());
    }
}
