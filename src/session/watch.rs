//! Watches completion: reads it once, then follows every change until stopped.

use leptos::prelude::*;
use partner_portal_contract::{Environment, ProblemCode};

use super::{SessionContext, pace::Pace};
use crate::{
    api::ApiError,
    browser::{Abort, is_page_hidden, milliseconds},
};

/// The reason for the end of a watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The watch was stopped, or the latest answer contains the reason.
    Over,
    /// The user no longer has access to the account.
    Gone,
}

/// The next step of a watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Reads completion now.
    Read,
    /// Waits for a change of completion.
    LongPoll,
    /// Sends no request until the page is visible.
    Rest,
}

impl Step {
    /// Returns the next step. `is_interrupted` is `true` if [`SessionContext::end_wait`] ended the
    /// previous one.
    fn next(is_known: bool, is_hidden: bool, is_interrupted: bool) -> Self {
        match (is_known, is_hidden) {
            (true, true) => Self::Rest,
            (true, false) if !is_interrupted => Self::LongPoll,
            _ => Self::Read,
        }
    }
}

/// Keeps completion up to date until `abort` ends the watch.
///
/// After the first answer a hidden page sends no requests. A browser has six HTTP/1.1 connections
/// to a host, so the long polls of six tabs would leave none for a seventh.
///
/// If the backend stops answering, the known completion stays. Otherwise the page would disappear
/// with every brief network failure, although the backend itself refuses locked resources. An ended
/// session does replace the known completion.
pub(super) async fn watch(
    session: SessionContext,
    account: &str,
    environment: Environment,
    abort: &Abort,
) -> End {
    let api = session.api.get_value();
    let completion_answer = session.completion_answer;
    let mut tag = String::new();
    let mut known = None;
    let mut pace = Pace::default();
    let mut is_interrupted = false;
    loop {
        let wait = session.begin_wait();
        let step = Step::next(known.is_some(), is_page_hidden(), is_interrupted);
        let asked_at = milliseconds();
        let answer = match step {
            Step::Rest => {
                wait.aborted().await;
                Err(ApiError::Aborted)
            }
            _ if tag.is_empty() => api.completion(account, environment).await,
            Step::Read => api.changed_completion(account, environment, &tag, &wait).await,
            Step::LongPoll => api.next_completion(account, environment, &tag, &wait).await,
        };
        if abort.is_aborted() {
            return End::Over;
        }
        let pause = match answer {
            Ok(answer) => {
                tag = answer.tag;
                let is_news = answer.completion.is_some() && answer.completion != known;
                if let Some(completion) = answer.completion {
                    known = Some(completion.clone());
                    session.apply_completion(account, completion);
                }
                let took = milliseconds().saturating_sub(asked_at).try_into().unwrap_or(u32::MAX);
                // After a plain read, the long poll starts at once.
                let is_read = step == Step::Read && !tag.is_empty();
                if is_read { 0 } else { pace.after_answer(is_news, took, answer.granted) }
            }
            Err(error) if error.is(ProblemCode::NotFound) => return End::Gone,
            Err(error) if error.is(ProblemCode::SignedOut) => {
                completion_answer.set(Some(Err(error)));
                return End::Over;
            }
            Err(_) if wait.is_aborted() => 0,
            Err(_) if matches!(completion_answer.get_untracked(), Some(Ok(_))) => {
                pace.after_failure()
            }
            Err(error) => {
                completion_answer.set(Some(Err(error)));
                return End::Over;
            }
        };
        if pause > 0 {
            wait.aborted_within(pause).await;
        }
        if abort.is_aborted() {
            return End::Over;
        }
        is_interrupted = wait.is_aborted();
        if is_interrupted {
            pace = Pace::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: bool = true;
    const HIDDEN: bool = true;
    const INTERRUPTED: bool = true;

    #[test]
    fn the_first_answer_is_read_at_once_even_in_a_hidden_page() {
        for is_hidden in [!HIDDEN, HIDDEN] {
            for is_interrupted in [!INTERRUPTED, INTERRUPTED] {
                assert_eq!(Step::next(!KNOWN, is_hidden, is_interrupted), Step::Read);
            }
        }
    }

    #[test]
    fn a_visible_page_waits_for_changes() {
        assert_eq!(Step::next(KNOWN, !HIDDEN, !INTERRUPTED), Step::LongPoll);
    }

    #[test]
    fn a_hidden_page_sends_no_requests_after_the_first_answer() {
        assert_eq!(Step::next(KNOWN, HIDDEN, !INTERRUPTED), Step::Rest);
        assert_eq!(Step::next(KNOWN, HIDDEN, INTERRUPTED), Step::Rest);
    }

    #[test]
    fn a_page_that_becomes_visible_reads_at_once() {
        assert_eq!(Step::next(KNOWN, !HIDDEN, INTERRUPTED), Step::Read);
    }
}
