//! What stays in sight below the form: where the save stands, and the button.

use leptos::prelude::*;
use partner_portal_contract::ProblemCode;

use super::state::{ContactFormState, SaveProgress};
use crate::{
    api::ApiError,
    i18n::{I18n, Text, date_time, t, use_i18n},
    ui::{Button, ButtonKind, LiveRegion},
};

/// Status line and submit button. `label` says what submitting does here.
#[component]
pub fn FormFooter(state: ContactFormState, label: Text) -> impl IntoView {
    let i18n = use_i18n();
    let status = Signal::derive(move || match state.progress.get() {
        SaveProgress::Saving => i18n.text(Text::Saving),
        SaveProgress::Failed(error) => failure(i18n, &error),
        SaveProgress::Conflict(_) => i18n.text(Text::ConflictTitle),
        SaveProgress::Saved if !state.is_dirty.get() => i18n.text(Text::Saved),
        _ if state.is_dirty.get() => i18n.text(Text::UnsavedChanges),
        _ => last_saved(i18n, state),
    });
    let is_failed =
        move || matches!(state.progress.get(), SaveProgress::Failed(_) | SaveProgress::Conflict(_));
    // What changes with every letter is not announced, what a save comes to is.
    let announcement = Signal::derive(move || match state.progress.get() {
        SaveProgress::Idle => String::new(),
        _ => status.get(),
    });
    let waits = Signal::derive(move || {
        !state.is_loaded() || matches!(state.progress.get(), SaveProgress::Conflict(_))
    });
    view! {
        <div class="form-footer">
            <p class="form-status" class:is-failed=is_failed>{status}</p>
            <LiveRegion message=announcement />
            <Button
                kind=ButtonKind::Primary
                on_press=Callback::new(move |()| state.submit())
                busy=Signal::derive(move || state.progress.get() == SaveProgress::Saving)
                disabled=waits
            >
                {t(label)}
            </Button>
        </div>
    }
}

fn failure(i18n: I18n, error: &ApiError) -> String {
    let text = match error {
        error if error.is(ProblemCode::NotPermitted) => Text::SaveNotPermitted,
        error if error.is(ProblemCode::RateLimited) => Text::SaveRateLimited,
        error if error.is(ProblemCode::BodyTooLarge) => Text::SaveTooLarge,
        ApiError::Refused { .. } => Text::SaveRefused,
        _ => Text::SaveUnreachable,
    };
    i18n.with(text, &[("request", error.request_id().unwrap_or("–"))])
}

fn last_saved(i18n: I18n, state: ContactFormState) -> String {
    let saved = state.document().and_then(|document| {
        let by = document.updated_by?.name;
        let at = date_time(i18n.locale(), &document.updated_at?);
        Some(i18n.with(Text::LastSaved, &[("name", &by), ("time", &at)]))
    });
    saved.unwrap_or_default()
}
