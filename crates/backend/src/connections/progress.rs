//! What an open connection waits for, and since when. The instant is a parameter.

use std::time::Duration;

use tokio::time::Instant;

/// The time for the head of a request, from its first octet or the connection's beginning.
pub(super) const HEAD_TIMEOUT: Duration = Duration::from_secs(15);
/// The time between two requests. Longer than the 60 s for which proxies keep a connection that
/// they may use again, so that the proxy is the one who ends it.
pub(super) const KEEP_ALIVE_TIMEOUT: Duration = Duration::from_secs(75);
/// The time in which a client must take something of its answer.
pub(super) const SEND_TIMEOUT: Duration = Duration::from_secs(30);
/// The time from the head of a request to the end of its answer.
pub(super) const EXCHANGE_TIMEOUT: Duration = Duration::from_mins(10);

/// Where a connection is between two requests or within one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Progress {
    phase: Phase,
    since: Instant,
    blocked_since: Option<Instant>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// The head of a request is awaited.
    Head,
    /// A request is read, worked on and answered.
    Exchange,
    /// Nothing has come since the last answer.
    Idle,
}

/// The time that ran out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Timeout {
    Head,
    KeepAlive,
    Send,
    Exchange,
}

impl Progress {
    /// A connection that has just been accepted.
    pub(super) fn new(now: Instant) -> Self {
        Self { phase: Phase::Head, since: now, blocked_since: None }
    }

    /// Notes that octets have come.
    pub(super) fn received(&mut self, now: Instant) {
        if self.phase == Phase::Idle {
            self.enter(Phase::Head, now);
        }
    }

    /// Notes that the head of a request is complete.
    pub(super) fn request_began(&mut self, now: Instant) {
        self.enter(Phase::Exchange, now);
    }

    /// Notes that the answer was handed over.
    pub(super) fn response_ended(&mut self, now: Instant) {
        self.enter(Phase::Idle, now);
    }

    /// Notes that the client takes nothing at present.
    pub(super) fn send_blocked(&mut self, now: Instant) {
        self.blocked_since.get_or_insert(now);
    }

    /// Notes that the client has taken something.
    pub(super) fn sent(&mut self) {
        self.blocked_since = None;
    }

    /// Whether no request is being answered.
    pub(super) fn is_between_requests(&self) -> bool {
        self.phase != Phase::Exchange
    }

    /// Since when the client is awaited; nothing while the client waits for the server.
    pub(super) fn client_awaited_since(&self) -> Option<Instant> {
        self.blocked_since.or(self.is_between_requests().then_some(self.since))
    }

    /// The time that has run out, if one has.
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
    fn an_unfinished_head_ends_after_its_time_however_often_octets_come() {
        let start = Instant::now();
        let mut progress = Progress::new(start);
        progress.received(start + SECOND);
        progress.received(start + 14 * SECOND);
        times_out(&progress, start + HEAD_TIMEOUT, Timeout::Head);
        assert_eq!(progress.client_awaited_since(), Some(start));
    }

    #[test]
    fn between_requests_there_is_more_time_until_the_next_head_begins() {
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
    fn a_client_that_takes_nothing_ends_and_one_that_takes_a_little_goes_on() {
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
    fn the_whole_of_a_request_has_a_time_too() {
        let start = Instant::now();
        let mut progress = Progress::new(start);
        progress.request_began(start);
        times_out(&progress, start + EXCHANGE_TIMEOUT, Timeout::Exchange);
    }
}
