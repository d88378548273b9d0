//! When end customers reach somebody.

use leptos::prelude::*;
use partner_portal_contract::ContactField;
use reactive_stores::Field;

use super::contact_field_shell::{ContactFieldShell, field_signals};
use crate::{
    contact::state::ContactFormState,
    support_hours::{ScheduleForm, ScheduleList},
};

/// *Operational support*.
#[component]
pub fn OperationalSupportField(
    state: ContactFormState,
    #[prop(into)] value: Field<Vec<ScheduleForm>>,
) -> impl IntoView {
    const FIELD: ContactField = ContactField::OperationalSupport;
    let signals = field_signals(state, FIELD);
    let zones = Memo::new(move |_| state.time_zones());
    view! {
        <ContactFieldShell field=FIELD error=signals.error group=true>
            <ScheduleList
                schedules=Signal::derive(move || value.get())
                on_change=Callback::new(move |schedules| value.set(schedules))
                on_leave=Callback::new(move |()| state.visit(FIELD))
                errors=Signal::derive(move || state.shown_errors(FIELD))
                time_zones=zones.into()
                described_by=signals.described_by
            />
        </ContactFieldShell>
    }
}
