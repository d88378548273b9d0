//! Shows the state of the draft and the save in one line.

use leptos::prelude::*;
use partner_portal_contract::ProblemCode;

use crate::{
    api::ApiError,
    contact::{
        drafts::{discard_draft, undo_discard},
        state::{ContactFormState, autosave::DraftStatus, save_progress::SaveProgress},
    },
    i18n::{I18n, Text, date_time, time, use_i18n},
    reactive::memo,
    ui::{Button, ButtonKind, LiveRegion},
};

/// Shows the status line and the button that discards unsaved text or restores it.
#[component]
pub fn FormStatus(state: ContactFormState) -> impl IntoView {
    let i18n = use_i18n();
    let autosave = state.autosave();
    let status = memo(move || match state.progress.get() {
        SaveProgress::Saving => i18n.text(Text::Saving),
        SaveProgress::Failed(error) => failure(i18n, &error),
        SaveProgress::Conflict(_) => i18n.text(Text::ConflictTitle),
        _ if state.is_dirty.get() => draft_status(i18n, &autosave.status.get()),
        SaveProgress::Saved => i18n.text(Text::Saved),
        SaveProgress::Idle if autosave.discarded.with(Option::is_some) => {
            i18n.text(Text::DraftDiscarded)
        }
        SaveProgress::Idle => last_saved(i18n, state),
    });
    let is_failed = move || {
        matches!(state.progress.get(), SaveProgress::Failed(_) | SaveProgress::Conflict(_))
            || state.is_dirty.get() && matches!(autosave.status.get(), DraftStatus::Failed(_))
    };
    // A status that changes with every pause in typing is not announced. Results of the user's own
    // actions are, and so is a draft that cannot be saved.
    let announcement = Signal::derive(move || {
        let is_routine = matches!(state.progress.get(), SaveProgress::Idle)
            && !matches!(autosave.status.get(), DraftStatus::Failed(_))
            && autosave.discarded.with(Option::is_none);
        if is_routine { String::new() } else { status.get() }
    });
    let can_discard = memo(move || {
        let is_waiting =
            matches!(state.progress.get(), SaveProgress::Saving | SaveProgress::Conflict(_));
        state.is_dirty.get() && !is_waiting
    });
    let can_undo = memo(move || !state.is_dirty.get() && autosave.discarded.with(Option::is_some));
    // One button serves both actions, so that the focus stays on it.
    let press = move |()| {
        if can_undo.get_untracked() { undo_discard(state) } else { discard_draft(state) }
    };
    let label = Signal::derive(move || {
        i18n.text(if can_undo.get() { Text::Undo } else { Text::DiscardDraft })
    });
    view! {
        <p class="form-status-text" class:is-failed=is_failed>{move || status.get()}</p>
        <LiveRegion message=announcement />
        <Show when=move || can_discard.get() || can_undo.get()>
            <Button kind=ButtonKind::Quiet on_press=Callback::new(press)>{label}</Button>
        </Show>
    }
}

fn draft_status(i18n: I18n, status: &DraftStatus) -> String {
    match status {
        DraftStatus::None => i18n.text(Text::UnsavedChanges),
        DraftStatus::Saving => i18n.text(Text::DraftSaving),
        DraftStatus::Kept(at) => i18n.with(Text::DraftSaved, &[("time", &time(i18n, at))]),
        DraftStatus::Failed(error) if error.is(ProblemCode::BodyTooLarge) => {
            i18n.text(Text::DraftTooLarge)
        }
        DraftStatus::Failed(_) => i18n.text(Text::DraftNotSaved),
    }
}

fn failure(i18n: I18n, error: &ApiError) -> String {
    let text = match error {
        error if error.is(ProblemCode::NotPermitted) => Text::SaveNotPermitted,
        error if error.is(ProblemCode::RateLimited) => Text::SaveRateLimited,
        error if error.is(ProblemCode::BodyTooLarge) => Text::SaveTooLarge,
        // The session is still valid, so a proxy must have refused this request.
        error if error.is(ProblemCode::SignedOut) => Text::SaveUnreachable,
        ApiError::Refused { .. } => Text::SaveRefused,
        _ => Text::SaveUnreachable,
    };
    i18n.with(text, &[("request", error.request_id().unwrap_or("–"))])
}

fn last_saved(i18n: I18n, state: ContactFormState) -> String {
    let saved = state.document().and_then(|document| {
        let by = document.updated_by?.name;
        let at = date_time(i18n, &document.updated_at?);
        Some(i18n.with(Text::LastSaved, &[("name", &by), ("time", &at)]))
    });
    saved.unwrap_or_default()
}
