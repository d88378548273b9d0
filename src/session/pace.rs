//! How soon the backend is asked again for a change.
//!
//! A long poll paces itself as long as the backend waits. A cache, a proxy or a backend that does not
//! know `Prefer: wait` answers at once, and would be asked in a loop.

use partner_portal_contract::paths::MAX_WAIT_SECONDS;

/// The shortest time from one question to the next, in milliseconds, and the first pause.
const SPACING: u32 = 1_000;
const LONGEST_PAUSE: u32 = 30_000;
/// By how much a wait may fall short of what was granted, in milliseconds.
const SLACK: u32 = 1_000;

/// The pauses between questions.
pub(super) struct Pace {
    next_pause: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self { next_pause: SPACING }
    }
}

impl Pace {
    /// Returns the pause after an answer that took so many milliseconds. `granted` are the seconds
    /// of `Preference-Applied`; `is_news` says that the answer differs from the one before.
    pub(super) fn after_answer(&mut self, is_news: bool, took: u32, granted: Option<u32>) -> u32 {
        let expected = granted.unwrap_or(MAX_WAIT_SECONDS).saturating_mul(1_000);
        let has_waited = took >= SPACING.max(expected.saturating_sub(SLACK));
        if !is_news && !has_waited {
            return self.after_failure();
        }
        self.next_pause = SPACING;
        if granted.is_some() { SPACING.saturating_sub(took) } else { SPACING }
    }

    /// Returns the pause after a question without an answer: twice the one before, up to a limit.
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
    fn a_backend_that_waits_is_asked_again_at_once() {
        let mut pace = Pace::default();
        assert_eq!(pace.after_answer(UNCHANGED, 25_010, Some(25)), 0);
        assert_eq!(pace.after_answer(UNCHANGED, 24_500, Some(25)), 0);
        assert_eq!(pace.after_answer(NEWS, 3_000, Some(25)), 0);
    }

    #[test]
    fn a_shorter_wait_that_was_granted_is_a_wait() {
        assert_eq!(Pace::default().after_answer(UNCHANGED, 10_000, Some(10)), 0);
    }

    #[test]
    fn answers_that_come_at_once_are_asked_for_less_and_less_often() {
        for granted in [None, Some(25), Some(0)] {
            let mut pace = Pace::default();
            let pauses: Vec<_> = (0..7).map(|_| pace.after_answer(UNCHANGED, 5, granted)).collect();
            assert_eq!(pauses, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
        }
    }

    #[test]
    fn news_in_quick_succession_are_fetched_once_a_second() {
        let mut pace = Pace::default();
        for _ in 0..5 {
            assert_eq!(pace.after_answer(NEWS, 200, Some(25)), 800);
            assert_eq!(pace.after_answer(NEWS, 200, None), 1_000);
        }
    }

    #[test]
    fn a_wait_that_was_not_announced_is_followed_by_a_pause() {
        let mut pace = Pace::default();
        for _ in 0..3 {
            assert_eq!(pace.after_answer(UNCHANGED, 25_000, None), 1_000);
        }
    }

    #[test]
    fn failures_are_repeated_less_and_less_often_until_there_is_an_answer() {
        let mut pace = Pace::default();
        assert_eq!([pace.after_failure(), pace.after_failure()], [1_000, 2_000]);
        assert_eq!(pace.after_answer(UNCHANGED, 25_000, Some(25)), 0);
        assert_eq!(pace.after_failure(), 1_000);
    }
}
