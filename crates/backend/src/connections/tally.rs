//! What the log tells of connections that the server ended. One line in ten seconds: strangers
//! must not fill the log.

use std::time::Duration;

use tokio::time::Instant;

use super::progress::Timeout;

const BETWEEN_LINES: Duration = Duration::from_secs(10);

/// Counts since the last line.
#[derive(Debug, Default)]
pub(super) struct Tally {
    counts: Counts,
    told_at: Option<Instant>,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    slow_heads: u32,
    slow_readers: u32,
    endless_requests: u32,
    made_room: u32,
    accept_failures: u32,
    seconds_full: u32,
}

impl Tally {
    /// Counts a connection whose time has run out. A kept connection that is not used again ends as
    /// it should.
    pub(super) fn timed_out(&mut self, timeout: Timeout) {
        match timeout {
            Timeout::Head => self.counts.slow_heads += 1,
            Timeout::Send => self.counts.slow_readers += 1,
            Timeout::Exchange => self.counts.endless_requests += 1,
            Timeout::KeepAlive => {}
        }
    }

    /// Counts a connection that ended so that another can be accepted.
    pub(super) fn made_room(&mut self) {
        self.counts.made_room += 1;
    }

    /// Counts a connection that the system could not accept.
    pub(super) fn accept_failed(&mut self) {
        self.counts.accept_failures += 1;
    }

    /// Counts a second in which new connections wait, because a request is being answered on each of
    /// those that may be open.
    pub(super) fn full(&mut self) {
        self.counts.seconds_full += 1;
    }

    /// Writes the line, unless nothing happened or the last one was written just now.
    pub(super) fn tell(&mut self, open: usize, now: Instant) {
        let is_due = self.told_at.is_none_or(|at| now >= at + BETWEEN_LINES);
        if !is_due || self.counts == Counts::default() {
            return;
        }
        self.told_at = Some(now);
        let counts = std::mem::take(&mut self.counts);
        tracing::warn!(
            open,
            slow_heads = counts.slow_heads,
            slow_readers = counts.slow_readers,
            endless_requests = counts.endless_requests,
            made_room = counts.made_room,
            accept_failures = counts.accept_failures,
            seconds_full = counts.seconds_full,
            "connections were ended or had to wait"
        );
    }
}
