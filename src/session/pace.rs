//! Computes the pauses between requests for completion.
//!
//! A long poll needs no pauses as long as the backend waits. A cache, a proxy or a backend that
//! does not support `Prefer: wait` answers at once, so requests without pauses would become a busy
//! loop.

use partner_portal_contract::paths::MAX_WAIT_SECONDS;

/// The shortest time between two requests and the first pause, in milliseconds.
const SPACING: u32 = 1_000;
const LONGEST_PAUSE: u32 = 30_000;
/// The time by which a wait may be shorter than the backend granted, in milliseconds.
const SLACK: u32 = 1_000;

/// The state of the pauses between requests.
pub(super) struct Pace {
    next_pause: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self { next_pause: SPACING }
    }
}

impl Pace {
    /// Returns the pause after an answer, in milliseconds. `took` is the duration of the request in
    /// milliseconds. `granted` is the wait of `Preference-Applied` in seconds. `is_news` is `true`
    /// if the answer differs from the previous one.
    pub(super) fn after_answer(&mut self, is_news: bool, took: u32, granted: Option<u32>) -> u32 {
        let expected = granted.unwrap_or(MAX_WAIT_SECONDS).saturating_mul(1_000);
        let has_waited = took >= SPACING.max(expected.saturating_sub(SLACK));
        if !is_news && !has_waited {
            return self.after_failure();
        }
        self.next_pause = SPACING;
        if granted.is_some() { SPACING.saturating_sub(took) } else { SPACING }
    }

    /// Returns the pause after a failed request, in milliseconds. Each pause is twice the previous
    /// one, up to a limit.
    pub(super) fn after_failure(&mut self) -> u32 {
        let pause = self.next_pause;
        self.next_pause = (pause * 2).min(LONGEST_PAUSE);
        pause
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNCHANGED: bool = false;
    const NEWS: bool = true;

    #[test]
    fn after_a_long_poll_the_next_request_follows_at_once() {
        let mut pace = Pace::default();
        assert_eq!(pace.after_answer(UNCHANGED, 25_010, Some(25)), 0);
        assert_eq!(pace.after_answer(UNCHANGED, 24_500, Some(25)), 0);
        assert_eq!(pace.after_answer(NEWS, 3_000, Some(25)), 0);
    }

    #[test]
    fn a_shorter_granted_wait_needs_no_pause() {
        assert_eq!(Pace::default().after_answer(UNCHANGED, 10_000, Some(10)), 0);
    }

    #[test]
    fn pauses_grow_if_the_backend_does_not_wait() {
        for granted in [None, Some(25), Some(0)] {
            let mut pace = Pace::default();
            let pauses: Vec<_> = (0..7).map(|_| pace.after_answer(UNCHANGED, 5, granted)).collect();
            assert_eq!(pauses, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
        }
    }

    #[test]
    fn rapid_changes_are_fetched_once_a_second() {
        let mut pace = Pace::default();
        for _ in 0..5 {
            assert_eq!(pace.after_answer(NEWS, 200, Some(25)), 800);
            assert_eq!(pace.after_answer(NEWS, 200, None), 1_000);
        }
    }

    #[test]
    fn a_pause_follows_a_wait_that_the_backend_did_not_announce() {
        let mut pace = Pace::default();
        for _ in 0..3 {
            assert_eq!(pace.after_answer(UNCHANGED, 25_000, None), 1_000);
        }
    }

    #[test]
    fn pauses_grow_with_each_failure_until_an_answer_comes() {
        let mut pace = Pace::default();
        assert_eq!([pace.after_failure(), pace.after_failure()], [1_000, 2_000]);
        assert_eq!(pace.after_answer(UNCHANGED, 25_000, Some(25)), 0);
        assert_eq!(pace.after_failure(), 1_000);
    }
}
