//! Tracks the phase of an open connection and its time-outs. The current time is a parameter.

use std::time::Duration;

use tokio::time::Instant;

/// The time limit for the head of a request, from its first byte or from the start of the
/// connection.
pub(super) const HEAD_TIMEOUT: Duration = Duration::from_secs(15);
/// The time limit between two requests. Proxies keep a connection for reuse for 60 s. This limit is
/// longer, so that the proxy closes the connection and not this server.
pub(super) const KEEP_ALIVE_TIMEOUT: Duration = Duration::from_secs(75);
/// The time in which a client must read a part of its response.
pub(super) const SEND_TIMEOUT: Duration = Duration::from_secs(30);
/// The time limit from the head of a request to the end of its response.
pub(super) const EXCHANGE_TIMEOUT: Duration = Duration::from_mins(10);

/// The state of a connection, either between two requests or within one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Progress {
    phase: Phase,
    since: Instant,
    blocked_since: Option<Instant>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Waiting for the head of a request.
    Head,
    /// Reading a request, handling it and sending the response.
    Exchange,
    /// Nothing was received since the last response.
    Idle,
}

/// The time limit that was exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Timeout {
    Head,
    KeepAlive,
    Send,
    Exchange,
}

impl Progress {
    /// Creates the state of a connection that has just been accepted.
    pub(super) fn new(now: Instant) -> Self {
        Self { phase: Phase::Head, since: now, blocked_since: None }
    }

    /// Records that bytes were received.
    pub(super) fn received(&mut self, now: Instant) {
        if self.phase == Phase::Idle {
            self.enter(Phase::Head, now);
        }
    }

    /// Records that the head of a request is complete.
    pub(super) fn request_began(&mut self, now: Instant) {
        self.enter(Phase::Exchange, now);
    }

    /// Records that the response was sent.
    pub(super) fn response_ended(&mut self, now: Instant) {
        self.enter(Phase::Idle, now);
    }

    /// Records that the client currently does not read.
    pub(super) fn send_blocked(&mut self, now: Instant) {
        self.blocked_since.get_or_insert(now);
    }

    /// Records that the client has read something.
    pub(super) fn sent(&mut self) {
        self.blocked_since = None;
    }

    /// Checks that no request is in progress.
    pub(super) fn is_between_requests(&self) -> bool {
        self.phase != Phase::Exchange
    }

    /// Returns the time since which the server has been waiting for the client, or `None` while the
    /// client waits for the server.
    pub(super) fn client_awaited_since(&self) -> Option<Instant> {
        self.blocked_since.or(self.is_between_requests().then_some(self.since))
    }

    /// Returns the time limit that was exceeded, if any.
    pub(super) fn timed_out(&self, now: Instant) -> Option<Timeout> {
        let (timeout, limit) = match self.phase {
            Phase::Head => (Timeout::Head, HEAD_TIMEOUT),
            Phase::Exchange => (Timeout::Exchange, EXCHANGE_TIMEOUT),
            Phase::Idle => (Timeout::KeepAlive, KEEP_ALIVE_TIMEOUT),
        };
        if self.blocked_since.is_some_and(|since| now >= since + SEND_TIMEOUT) {
            return Some(Timeout::Send);
        }
        (now >= self.since + limit).then_some(timeout)
    }

    fn enter(&mut self, phase: Phase, now: Instant) {
        (self.phase, self.since) = (phase, now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn times_out(progress: &Progress, at: Instant, timeout: Timeout) {
        assert_eq!(progress.timed_out(at - SECOND), None);
        assert_eq!(progress.timed_out(at), Some(timeout));
    }

    #[test]
    fn an_unfinished_head_times_out_even_if_bytes_keep_coming() {
        let start = Instant::now();
        let mut progress = Progress::new(start);
        progress.received(start + SECOND);
        progress.received(start + 14 * SECOND);
        times_out(&progress, start + HEAD_TIMEOUT, Timeout::Head);
        assert_eq!(progress.client_awaited_since(), Some(start));
    }

    #[test]
    fn the_keep_alive_limit_applies_until_the_next_head_begins() {
        let start = Instant::now();
        let mut progress = Progress::new(start);
        progress.request_began(start);
        assert_eq!(progress.client_awaited_since(), None);
        let answered = start + 25 * SECOND;
        progress.response_ended(answered);
        times_out(&progress, answered + KEEP_ALIVE_TIMEOUT, Timeout::KeepAlive);
        let next = answered + 70 * SECOND;
        progress.received(next);
        times_out(&progress, next + HEAD_TIMEOUT, Timeout::Head);
    }

    #[test]
    fn a_client_that_stops_reading_times_out_and_a_slow_reader_does_not() {
        let start = Instant::now();
        let mut progress = Progress::new(start);
        progress.request_began(start);
        for second in [0, 20, 40] {
            progress.sent();
            progress.send_blocked(start + second * SECOND);
            progress.send_blocked(start + (second + 10) * SECOND);
            assert_eq!(progress.client_awaited_since(), Some(start + second * SECOND));
        }
        times_out(&progress, start + 40 * SECOND + SEND_TIMEOUT, Timeout::Send);
    }

    #[test]
    fn a_whole_request_has_a_time_limit_too() {
        let start = Instant::now();
        let mut progress = Progress::new(start);
        progress.request_began(start);
        times_out(&progress, start + EXCHANGE_TIMEOUT, Timeout::Exchange);
    }
}
