//! When end customers reach somebody.

use std::rc::Rc;

use leptos::prelude::*;
use partner_portal_contract::ContactField;
use reactive_stores::Field;

use super::contact_field_shell::{ContactFieldShell, field_signals};
use crate::{
    chunk::chunk,
    contact::state::ContactFormState,
    deferred::{Build, deferred},
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
    let schedules = deferred(3, move || {
        Box::pin(async move {
            let build = schedules_chunk().await?;
            Ok(Rc::new(move || build(state, value, signals.described_by)) as Build)
        })
    });
    view! {
        <ContactFieldShell field=FIELD error=signals.error group=true>
            {schedules}
        </ContactFieldShell>
    }
}

type BuildSchedules = fn(ContactFormState, Field<Vec<ScheduleForm>>, Signal<String>) -> AnyView;

chunk! {
    fn schedules_chunk() -> BuildSchedules, in form {
        schedules
    }
}

fn schedules(
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
