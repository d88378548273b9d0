//! Holds all open connections. When there are too many, the connection that has waited the longest
//! for its client is ended. A connection whose client waits for a response is never ended.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::{sync::Notify, time::Instant};
use tokio_util::sync::CancellationToken;

use super::{limit::ConnectionLimit, progress::Progress, tally::Tally};

/// The open connections. Clones share them.
#[derive(Clone)]
pub(super) struct Table {
    limit: ConnectionLimit,
    rows: Arc<Mutex<Rows>>,
    /// Wakes the accept loop when a connection has ended.
    pub(super) freed: Arc<Notify>,
}

#[derive(Default)]
struct Rows {
    next: u64,
    clients: HashMap<u64, Arc<Client>>,
    tally: Tally,
}

/// The client of a connection.
pub(super) struct Client {
    progress: Mutex<Progress>,
    /// Cancelled when the server ends the connection.
    pub(super) ended: CancellationToken,
}

/// A row of the table. Dropping it removes the row.
pub(super) struct Row {
    pub(super) client: Arc<Client>,
    number: u64,
    table: Table,
}

impl Table {
    pub(super) fn new(limit: ConnectionLimit) -> Self {
        Self { limit, rows: Arc::default(), freed: Arc::default() }
    }

    /// Checks whether another connection can be accepted, because there is room or room can be
    /// made.
    pub(super) fn can_admit(&self) -> bool {
        self.rows().can_admit(self.limit)
    }

    /// Adds a connection, and ends others if the limits require it.
    pub(super) fn admit(&self) -> Row {
        let client = Arc::new(Client::new(Instant::now()));
        let mut rows = self.rows();
        if rows.clients.len() >= self.limit.open {
            rows.make_room();
        }
        let number = rows.next;
        rows.next += 1;
        rows.clients.insert(number, client.clone());
        if rows.awaiting_client() > self.limit.awaiting_client {
            rows.make_room();
        }
        Row { client, number, table: self.clone() }
    }

    /// Makes room for a connection that the system could not accept.
    pub(super) fn accept_failed(&self) {
        let mut rows = self.rows();
        rows.tally.accept_failed();
        rows.make_room();
    }

    /// Ends the connections that exceeded a time limit, and logs them. Must be called once a
    /// second.
    pub(super) fn sweep(&self) {
        let now = Instant::now();
        let mut rows = self.rows();
        if !rows.can_admit(self.limit) {
            rows.tally.full();
        }
        let Rows { clients, tally, .. } = &mut *rows;
        clients.retain(|_, client| {
            let Some(timeout) = client.progress().timed_out(now) else { return true };
            tally.timed_out(timeout);
            client.ended.cancel();
            false
        });
        tally.tell(clients.len(), now);
    }

    /// Ends the connections without a request in progress.
    pub(super) fn end_between_requests(&self) {
        self.end_where(|client| client.progress().is_between_requests());
    }

    /// Ends all connections and returns their number.
    pub(super) fn end_all(&self) -> usize {
        self.end_where(|_| true)
    }

    fn end_where(&self, is_meant: fn(&Client) -> bool) -> usize {
        let mut rows = self.rows();
        let before = rows.clients.len();
        rows.clients.retain(|_, client| {
            let ends = is_meant(client);
            if ends {
                client.ended.cancel();
            }
            !ends
        });
        before - rows.clients.len()
    }

    fn rows(&self) -> MutexGuard<'_, Rows> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Rows {
    fn can_admit(&self, limit: ConnectionLimit) -> bool {
        self.clients.len() < limit.open || self.longest_awaited().is_some()
    }

    fn awaiting_client(&self) -> usize {
        let is_awaited = |client: &&Arc<Client>| client.progress().client_awaited_since().is_some();
        self.clients.values().filter(is_awaited).count()
    }

    fn longest_awaited(&self) -> Option<u64> {
        let since = |(number, client): (&u64, &Arc<Client>)| {
            client.progress().client_awaited_since().map(|since| (since, *number))
        };
        self.clients.iter().filter_map(since).min().map(|(_, number)| number)
    }

    fn make_room(&mut self) {
        let longest = self.longest_awaited().and_then(|number| self.clients.remove(&number));
        if let Some(client) = longest {
            client.ended.cancel();
            self.tally.made_room();
        }
    }
}

impl Client {
    fn new(now: Instant) -> Self {
        Self { progress: Mutex::new(Progress::new(now)), ended: CancellationToken::new() }
    }

    pub(super) fn received(&self) {
        self.progress().received(Instant::now());
    }

    pub(super) fn request_began(&self) {
        self.progress().request_began(Instant::now());
    }

    pub(super) fn response_ended(&self) {
        self.progress().response_ended(Instant::now());
    }

    pub(super) fn send_blocked(&self) {
        self.progress().send_blocked(Instant::now());
    }

    pub(super) fn sent(&self) {
        self.progress().sent();
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Row {
    fn drop(&mut self) {
        self.table.rows().clients.remove(&self.number);
        self.table.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(open: usize, awaiting_client: usize) -> Table {
        Table::new(ConnectionLimit { open, awaiting_client })
    }

    #[tokio::test]
    async fn the_connection_that_waits_longest_for_its_client_makes_room() {
        let table = table(3, 3);
        let rows = [table.admit(), table.admit(), table.admit()];
        rows[0].client.request_began();
        let fourth = table.admit();
        let has_ended = |row: &Row| row.client.ended.is_cancelled();
        assert_eq!(rows.each_ref().map(has_ended), [false, true, false]);
        rows[2].client.request_began();
        fourth.client.request_began();
        assert!(!table.can_admit(), "every connection handles a request");
        rows[0].client.response_ended();
        assert!(table.can_admit());
    }

    #[tokio::test]
    async fn connections_that_wait_for_their_client_have_a_lower_limit() {
        let table = table(100, 2);
        let rows: Vec<_> = (0..10).map(|_| table.admit()).collect();
        let open = rows.iter().filter(|row| !row.client.ended.is_cancelled());
        assert_eq!(open.count(), 2);
        assert!(!rows[9].client.ended.is_cancelled(), "the newest one stays");
    }

    #[tokio::test]
    async fn a_row_that_is_dropped_leaves_room() {
        let table = table(1, 1);
        let row = table.admit();
        row.client.request_began();
        assert!(!table.can_admit());
        drop(row);
        assert!(table.can_admit());
    }
}
