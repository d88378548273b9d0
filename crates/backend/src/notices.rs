//! Wakes the requests that wait for an account to change. A notice says only *that* something
//! was committed: whoever is woken reads again and decides.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::watch;

use crate::ids::AccountId;

/// One channel for each account that somebody waits for.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    channels: Arc<Mutex<HashMap<AccountId, watch::Sender<()>>>>,
}

impl Notices {
    /// Sees every change from now on: subscribe first, then read.
    pub fn subscribe(&self, account: &AccountId) -> watch::Receiver<()> {
        self.lock().entry(account.clone()).or_default().subscribe()
    }

    /// To be called after a commit.
    pub fn changed(&self, account: &AccountId) {
        let mut channels = self.lock();
        // Nobody listens any more: the channel goes, so the map does not grow for ever.
        if channels.get(account).is_some_and(|channel| channel.send(()).is_err()) {
            channels.remove(account);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<AccountId, watch::Sender<()>>> {
        // Nothing that holds the lock can leave the map half changed.
        self.channels.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_change_between_subscribing_and_waiting_is_not_missed() {
        let notices = Notices::default();
        let account = AccountId::new("a");
        let mut changes = notices.subscribe(&account);
        notices.changed(&account);
        changes.changed().await.unwrap();
    }

    #[test]
    fn other_accounts_are_not_woken_and_idle_channels_are_dropped() {
        let notices = Notices::default();
        let (mine, other) = (AccountId::new("mine"), AccountId::new("other"));
        let changes = notices.subscribe(&mine);
        notices.changed(&other);
        assert!(!changes.has_changed().unwrap());
        drop(changes);
        notices.changed(&mine);
        assert!(notices.lock().is_empty());
    }
}
