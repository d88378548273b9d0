//! Follows completion: the first answer, then every change, until told to stop.

use leptos::prelude::*;
use partner_portal_contract::{Completion, Environment, ProblemCode};

use super::{SessionContext, pace::Pace};
use crate::{
    api::ApiError,
    browser::{Abort, is_page_hidden, milliseconds},
};

/// The backend's latest verdict; `None` until the first one.
pub(super) type Verdict = RwSignal<Option<Result<Completion, ApiError>>>;

/// Why a watch has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It was told to, or the verdict says why.
    Over,
    /// The person has no such account any more.
    Gone,
}

/// What a watch does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Asks for an answer now.
    Read,
    /// Asks for an answer as soon as completion changes.
    LongPoll,
    /// Asks nothing until the page is seen.
    Rest,
}

impl Step {
    /// `is_interrupted` says that [`SessionContext::end_wait`] ended the step before.
    fn next(is_known: bool, is_hidden: bool, is_interrupted: bool) -> Self {
        match (is_known, is_hidden) {
            (true, true) => Self::Rest,
            (true, false) if !is_interrupted => Self::LongPoll,
            _ => Self::Read,
        }
    }
}

/// Keeps completion right until `abort` ends it.
///
/// After the first answer a hidden page asks nothing: by HTTP/1.1 a browser has six connections to a
/// host, and the long polls of six tabs would leave none for the seventh.
///
/// While completion is known, a backend that stops answering does not take it back: the page would
/// vanish with every hiccup of the network, and the backend refuses locked resources by itself. An
/// ended session does.
pub(super) async fn watch(
    session: SessionContext,
    account: &str,
    environment: Environment,
    abort: &Abort,
) -> End {
    // The portal may have been unmounted before this began.
    let Some(api) = session.api.try_get_value() else { return End::Over };
    let verdict = session.verdict;
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
                    session.take(account, completion);
                }
                let took = milliseconds().saturating_sub(asked_at).try_into().unwrap_or(u32::MAX);
                // What was read at once is what the next question waits on.
                let is_read = step == Step::Read && !tag.is_empty();
                if is_read { 0 } else { pace.after_answer(is_news, took, answer.granted) }
            }
            Err(error) if error.is(ProblemCode::NotFound) => return End::Gone,
            Err(error) if error.is(ProblemCode::SignedOut) => {
                verdict.set(Some(Err(error)));
                return End::Over;
            }
            Err(_) if wait.is_aborted() => 0,
            Err(_) if matches!(verdict.get_untracked(), Some(Ok(_))) => pace.after_failure(),
            Err(error) => {
                verdict.set(Some(Err(error)));
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
    fn the_first_answer_is_read_at_once_also_in_a_hidden_page() {
        for is_hidden in [!HIDDEN, HIDDEN] {
            for is_interrupted in [!INTERRUPTED, INTERRUPTED] {
                assert_eq!(Step::next(!KNOWN, is_hidden, is_interrupted), Step::Read);
            }
        }
    }

    #[test]
    fn a_page_that_is_seen_waits_for_changes() {
        assert_eq!(Step::next(KNOWN, !HIDDEN, !INTERRUPTED), Step::LongPoll);
    }

    #[test]
    fn a_hidden_page_asks_nothing_after_the_first_answer() {
        assert_eq!(Step::next(KNOWN, HIDDEN, !INTERRUPTED), Step::Rest);
        assert_eq!(Step::next(KNOWN, HIDDEN, INTERRUPTED), Step::Rest);
    }

    #[test]
    fn a_page_that_is_seen_again_reads_at_once() {
        assert_eq!(Step::next(KNOWN, !HIDDEN, INTERRUPTED), Step::Read);
    }
}
