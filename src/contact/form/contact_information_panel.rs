//! Shows the contact information: as a form to users who may edit it, as text to others.

use leptos::prelude::*;

use super::{contact_information_form::ContactInformationForm, document_reading::DocumentReading};
use crate::{
    contact::{
        portal_chunk::{deferred_requirements_list, deferred_summary},
        state::ContactFormState,
    },
    deferred::{load_failed, skeleton},
    reactive::memo,
    session::use_session,
};

/// Shows the contact information, a skeleton while it loads, or the failure to load it.
#[component]
pub fn ContactInformationPanel(state: ContactFormState, reading: DocumentReading) -> impl IntoView {
    let session = use_session();
    let has_failed = memo(move || !state.is_loaded() && reading.has_failed.get());
    let can_edit = memo(move || session.completion().is_some_and(|completion| completion.can_edit));
    let is_locked =
        memo(move || session.completion().is_some_and(|completion| !completion.complete));
    let is_loaded = memo(move || state.is_loaded());
    move || match (is_loaded.get(), can_edit.get()) {
        (true, true) => view! { <ContactInformationForm state /> }.into_any(),
        (true, false) if is_locked.get() => deferred_requirements_list(),
        (true, false) => deferred_summary(state),
        (false, _) if has_failed.get() => load_failed(Callback::new(move |()| reading.retry())),
        (false, _) => skeleton(8),
    }
}
