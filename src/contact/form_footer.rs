//! What stays in sight below the form: where draft and save stand, and the button.

use leptos::prelude::*;

use super::{form_status::FormStatus, save_progress::SaveProgress, state::ContactFormState};
use crate::{
    i18n::{Text, t},
    ui::{Button, ButtonKind},
};

/// Status and submit button. `label` says what submitting does here.
#[component]
pub fn FormFooter(state: ContactFormState, label: Text) -> impl IntoView {
    let waits = Signal::derive(move || {
        !state.is_loaded() || matches!(state.progress.get(), SaveProgress::Conflict(_))
    });
    view! {
        <div class="form-footer">
            <div class="form-status"><FormStatus state /></div>
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
