//! When end customers reach somebody.

use leptos::prelude::*;
use partner_portal_contract::ContactField;
use reactive_stores::Field;

use super::contact_field_shell::{ContactFieldShell, field_signals};
use crate::{
    contact::{form_code::with_form_code, state::ContactFormState},
    support_hours::{ScheduleForm, ScheduleList},
};

const FIELD: ContactField = ContactField::OperationalSupport;

/// *Operational support*.
#[component]
pub fn OperationalSupportField(
    state: ContactFormState,
    #[prop(into)] value: Field<Vec<ScheduleForm>>,
) -> impl IntoView {
    let signals = field_signals(state, FIELD);
    let schedules = with_form_code(state, 3, move |code| {
        (code.operational_support)(state, value, signals.described_by)
    });
    view! {
        <ContactFieldShell field=FIELD error=signals.error group=true>
            {schedules}
        </ContactFieldShell>
    }
}

/// The schedules' editors.
pub fn operational_support(
    state: ContactFormState,
    value: Field<Vec<ScheduleForm>>,
    described_by: Signal<String>,
) -> AnyView {
    let zones = Memo::new(move |_| state.time_zones());
    view! {
        <ScheduleList
            schedules=Signal::derive(move || value.get())
            on_change=Callback::new(move |schedules| value.set(schedules))
            on_leave=Callback::new(move |()| state.visit(FIELD))
            errors=Signal::derive(move || state.shown_errors(FIELD))
            time_zones=zones.into()
            described_by
        />
    }
    .into_any()
}
