//! Follows completion: the first answer, then every change, until told to stop.

use leptos::prelude::*;
use partner_portal_contract::{Completion, Environment, ProblemCode};

use super::{SessionContext, pace::Pace};
use crate::{
    api::ApiError,
    browser::{Abort, milliseconds, sleep},
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

/// Keeps the verdict right until `abort` ends it.
///
/// While a verdict is known, a backend that stops answering does not take it back: a page that
/// somebody works on would vanish with every hiccup of the network, and the backend refuses locked
/// resources by itself anyway. An ended session does.
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
    loop {
        let (asked_at, waits) = (milliseconds(), !tag.is_empty());
        let answer = if tag.is_empty() {
            api.completion(account, environment).await
        } else {
            api.next_completion(account, environment, &tag, abort).await
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
                // The first answer to name a version is what the next question waits on.
                let is_first = !waits && !tag.is_empty();
                if is_first { 0 } else { pace.after_answer(is_news, took, answer.granted) }
            }
            Err(error) if error.is(ProblemCode::NotFound) => return End::Gone,
            Err(error) => {
                let ended = error.is(ProblemCode::SignedOut);
                if ended || !matches!(verdict.get_untracked(), Some(Ok(_))) {
                    verdict.set(Some(Err(error)));
                    return End::Over;
                }
                pace.after_failure()
            }
        };
        if pause > 0 {
            sleep(pause).await;
        }
        if abort.is_aborted() {
            return End::Over;
        }
    }
}
