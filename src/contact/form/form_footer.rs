//! Shows the footer below the form, which stays visible: the state of draft and save, and the
//! submit button.

use leptos::prelude::*;

use super::form_status::FormStatus;
use crate::{
    contact::{
        saving::submit,
        state::{ContactFormState, save_progress::SaveProgress},
    },
    i18n::{Text, t},
    ui::{Button, ButtonKind},
};

/// Shows the status and the submit button. `label` is the button's text.
#[component]
pub fn FormFooter(state: ContactFormState, label: Text) -> impl IntoView {
    let is_waiting = Signal::derive(move || {
        !state.is_loaded() || matches!(state.progress.get(), SaveProgress::Conflict(_))
    });
    view! {
        <div class="form-footer">
            <div class="form-status"><FormStatus state /></div>
            <Button
                kind=ButtonKind::Primary
                on_press=Callback::new(move |()| submit(state))
                busy=Signal::derive(move || state.progress.get() == SaveProgress::Saving)
                disabled=is_waiting
            >
                {t(label)}
            </Button>
        </div>
    }
}
