//! Counts the connections that the server ended and logs them. It writes at most one line in ten
//! seconds, so that clients cannot flood the log.

use std::time::Duration;

use tokio::time::Instant;

use super::progress::Timeout;

const BETWEEN_LINES: Duration = Duration::from_secs(10);

/// The counts since the last line.
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
    /// Counts a connection that exceeded a time limit. The end of an unused keep-alive connection
    /// is normal and is not counted.
    pub(super) fn timed_out(&mut self, timeout: Timeout) {
        match timeout {
            Timeout::Head => self.counts.slow_heads += 1,
            Timeout::Send => self.counts.slow_readers += 1,
            Timeout::Exchange => self.counts.endless_requests += 1,
            Timeout::KeepAlive => {}
        }
    }

    /// Counts a connection that was ended to make room for another.
    pub(super) fn made_room(&mut self) {
        self.counts.made_room += 1;
    }

    /// Counts a connection that the operating system could not accept.
    pub(super) fn accept_failed(&mut self) {
        self.counts.accept_failures += 1;
    }

    /// Counts a second in which new connections had to wait, because every allowed connection was
    /// handling a request.
    pub(super) fn full(&mut self) {
        self.counts.seconds_full += 1;
    }

    /// Writes a line, unless all counts are zero or the last line was written less than ten seconds
    /// ago.
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
