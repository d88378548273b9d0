//! The field *Operational support*: every schedule, and a way to add one.

use leptos::prelude::*;
use partner_portal_contract::{FieldError, draft::MAX_SCHEDULES};

use super::{
    control_ids,
    presets::Preset,
    schedule_editor::ScheduleEditor,
    schedule_form::{ScheduleForm, free_id},
};
use crate::{
    i18n::{Text, t, use_i18n},
    ui::{Button, ButtonKind},
};

/// Every schedule. `errors` are the field's, with the schedules' places as indexes.
#[component]
pub fn ScheduleList(
    schedules: Signal<Vec<ScheduleForm>>,
    on_change: Callback<Vec<ScheduleForm>>,
    on_leave: Callback<()>,
    errors: Signal<Vec<FieldError>>,
    time_zones: Signal<Vec<String>>,
    described_by: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let ids = Memo::new(move |_| {
        schedules.with(|all| all.iter().map(|schedule| schedule.id).collect::<Vec<_>>())
    });
    let is_full = Signal::derive(move || ids.with(Vec::len) >= MAX_SCHEDULES);
    let add = move |()| {
        let mut all = schedules.get_untracked();
        if all.len() < MAX_SCHEDULES {
            let id = free_id(all.iter().map(|schedule| schedule.id));
            let hours = vec![Preset::Weekdays.hours()];
            all.push(ScheduleForm { id, time_zone: String::new(), hours });
            on_change.run(all);
        }
    };
    let replace = move |(id, changed): (u32, Option<ScheduleForm>)| {
        let mut all = schedules.get_untracked();
        if let Some(at) = all.iter().position(|schedule| schedule.id == id) {
            match changed {
                Some(changed) => all[at] = changed,
                None => drop(all.remove(at)),
            }
            on_change.run(all);
        }
    };
    let editor = move |id: u32| {
        let place = Memo::new(move |_| ids.with(|ids| ids.iter().position(|it| *it == id)));
        let schedule = Memo::new(move |_| {
            let found = schedules.with(|all| all.iter().find(|it| it.id == id).cloned());
            found.unwrap_or_default()
        });
        let own_errors = Signal::derive(move || {
            let index = place.get().and_then(|place| u32::try_from(place).ok());
            let is_own = |error: &FieldError| error.index.is_some() && error.index == index;
            errors.with(|errors| errors.iter().filter(|it| is_own(it)).cloned().collect::<Vec<_>>())
        });
        let title = Signal::derive(move || {
            let number = place.get().map_or(1, |place| place + 1).to_string();
            i18n.with(Text::ScheduleTitle, &[("number", &number)])
        });
        view! {
            <ScheduleEditor
                schedule=schedule.into()
                on_change=Callback::new(move |changed| replace((id, Some(changed))))
                on_remove=Callback::new(move |()| replace((id, None)))
                on_leave
                title
                errors=own_errors
                time_zones
            />
        }
    };
    view! {
        <div class="schedules">
            <For each=move || ids.get() key=|id| *id children=editor />
            <Button
                id=control_ids::ADD_SCHEDULE
                kind=ButtonKind::Secondary
                on_press=Callback::new(add)
                disabled=is_full
                described_by
            >
                {t(Text::AddSchedule)}
            </Button>
        </div>
    }
}
