//! Where advice on a field's addresses stands. What it says comes with the rest of the form.

use leptos::prelude::*;
use partner_portal_contract::ContactField;

use crate::contact::state::ContactFormState;

/// The place below the control, empty while there is nothing to say.
#[component]
pub fn FieldAdvice(state: ContactFormState, field: ContactField) -> impl IntoView {
    let lines = move || state.code().map(|code| untrack(|| (code.advice)(state, field)));
    view! { <div class="field-advice" id=advice_id(field)>{lines}</div> }
}

/// A control's `aria-describedby` with the advice at the end.
pub fn with_advice(described_by: Signal<String>, field: ContactField) -> Signal<String> {
    Signal::derive(move || described_by.get() + " " + &advice_id(field))
}

fn advice_id(field: ContactField) -> String {
    field.as_str().to_owned() + "-advice"
}
