//! Follows completion: the first answer, then every change, until told to stop.

use leptos::prelude::*;
use partner_portal_contract::{Completion, Environment, ProblemCode};

use super::SessionContext;
use crate::{
    api::ApiError,
    browser::{Abort, sleep},
};

const FIRST_PAUSE_MILLISECONDS: u32 = 1_000;
const LONGEST_PAUSE_MILLISECONDS: u32 = 30_000;

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
    let mut known = String::new();
    let mut pause = FIRST_PAUSE_MILLISECONDS;
    loop {
        let answer = if known.is_empty() {
            api.completion(account, environment).await
        } else {
            api.next_completion(account, environment, &known, abort).await
        };
        if abort.is_aborted() {
            return End::Over;
        }
        match answer {
            Ok(answer) => {
                pause = FIRST_PAUSE_MILLISECONDS;
                known = answer.tag;
                if let Some(completion) = answer.completion {
                    session.take(account, completion);
                }
            }
            Err(error) if error.is(ProblemCode::NotFound) => return End::Gone,
            Err(error) => {
                let ended = error.is(ProblemCode::SignedOut);
                if ended || !matches!(verdict.get_untracked(), Some(Ok(_))) {
                    verdict.set(Some(Err(error)));
                    return End::Over;
                }
                sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE_MILLISECONDS);
            }
        }
        // A backend that ignores `Prefer: wait` or names no version must not be asked in a loop.
        if known.is_empty() {
            sleep(LONGEST_PAUSE_MILLISECONDS).await;
        }
        if abort.is_aborted() {
            return End::Over;
        }
    }
}
