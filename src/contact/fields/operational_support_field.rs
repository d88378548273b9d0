//! When end customers reach somebody.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::ContactField;
use reactive_stores::Field;

use super::contact_field_shell::{ContactFieldShell, field_signals};
use crate::{
    contact::{form_code::with_form_code, state::ContactFormState},
    support_hours::{ScheduleForm, ScheduleList, TablesStatus},
    ui::settled,
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

/// The schedules' editors, and the week that they make.
pub fn operational_support(
    state: ContactFormState,
    value: Field<Vec<ScheduleForm>>,
    described_by: Signal<String>,
) -> AnyView {
    let schedules = Memo::new(move |_| value.get());
    let errors = settled(move || state.shown_errors(FIELD));
    let is_failed = RwSignal::new(false);
    let fetch_tables = move |()| {
        is_failed.set(false);
        spawn_local(async move {
            state.load_tables().await;
            let is_there = state.tables.try_with_untracked(Option::is_some).unwrap_or_default();
            // The field may have gone meanwhile.
            let _ = is_failed.try_set(!is_there);
        });
    };
    // Only what is shown needs them here; what is typed is checked by the form.
    let has_schedules = Memo::new(move |_| schedules.with(|all| !all.is_empty()));
    Effect::new(move |_| {
        if has_schedules.get() {
            fetch_tables(());
        }
    });
    let tables_status =
        Signal::derive(move || match (state.tables.with(Option::is_some), is_failed.get()) {
            (true, _) => TablesStatus::Ready,
            (false, false) => TablesStatus::Loading,
            (false, true) => TablesStatus::Failed,
        });
    view! {
        <ScheduleList
            schedules=schedules.into()
            on_change=Callback::new(move |schedules| value.set(schedules))
            on_leave=Callback::new(move |()| state.visit(FIELD))
            errors
            tables=state.tables.read_only()
            tables_status
            retry_tables=Callback::new(fetch_tables)
            described_by
        />
    }
    .into_any()
}
