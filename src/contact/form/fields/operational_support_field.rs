//! Shows the field for the hours in which end customers reach support.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::ContactField;
use reactive_stores::Field;

use super::contact_field_shell::{ContactFieldShell, field_signals};
use crate::{
    contact::state::ContactFormState,
    deferred::skeleton,
    reactive::{distinct, effect, memo},
    support_hours::{ScheduleForm, ScheduleList, TablesStatus},
};

/// Shows *Operational support*: the schedule editors and the resulting week.
#[component]
pub fn OperationalSupportField(
    state: ContactFormState,
    #[prop(into)] value: Field<Vec<ScheduleForm>>,
) -> impl IntoView {
    const FIELD: ContactField = ContactField::OperationalSupport;
    let signals = field_signals(state, FIELD);
    if cfg!(feature = "ssr") {
        // Only a browser can format days and times.
        return view! {
            <ContactFieldShell field=FIELD error=signals.error group=true>
                {skeleton(3)}
            </ContactFieldShell>
        }
        .into_any();
    }
    let errors = distinct(move || state.shown_errors(FIELD));
    let is_failed = RwSignal::new(false);
    let load_tables = move |()| {
        is_failed.set(false);
        spawn_local(async move {
            state.load_tables().await;
            let is_there = state.tables.with_untracked(Option::is_some);
            // The field may have been removed in the meantime.
            let _ = is_failed.try_set(!is_there);
        });
    };
    // The tables are fetched here only if schedules are shown. The form fetches them to check typed
    // text.
    let has_schedules = memo(move || !value.read().is_empty());
    effect(move || {
        if has_schedules.get() {
            load_tables(());
        }
    });
    let tables_status =
        Signal::derive(move || match (state.tables.with(Option::is_some), is_failed.get()) {
            (true, _) => TablesStatus::Ready,
            (false, false) => TablesStatus::Loading,
            (false, true) => TablesStatus::Failed,
        });
    view! {
        <ContactFieldShell field=FIELD error=signals.error group=true>
            <ScheduleList
                schedules=value
                on_leave=Callback::new(move |()| state.shown.show_field(FIELD))
                errors
                tables=state.tables.read_only()
                tables_status
                retry_tables=Callback::new(load_tables)
                described_by=signals.described_by
            />
        </ContactFieldShell>
    }
    .into_any()
}
