//! The hours of one schedule.

use leptos::prelude::*;
use partner_portal_contract::{FieldError, draft::MAX_HOURS};

use super::{
    control_ids,
    hours_row::HoursRow,
    presets::Preset,
    schedule_form::{HoursForm, free_id},
};
use crate::{
    i18n::{Text, t},
    ui::{Button, ButtonKind},
};

/// Every hours entry, and a way to add one. `errors` are the schedule's.
#[component]
pub fn HoursList(
    schedule_id: u32,
    hours: Signal<Vec<HoursForm>>,
    on_change: Callback<Vec<HoursForm>>,
    on_leave: Callback<()>,
    errors: Signal<Vec<FieldError>>,
) -> impl IntoView {
    let ids = Memo::new(move |_| {
        hours.with(|hours| hours.iter().map(|hours| hours.id).collect::<Vec<_>>())
    });
    let replace = move |id: u32, changed: Option<HoursForm>| {
        let mut all = hours.get_untracked();
        if let Some(at) = all.iter().position(|hours| hours.id == id) {
            match changed {
                Some(changed) => all[at] = changed,
                None => drop(all.remove(at)),
            }
            on_change.run(all);
        }
    };
    let add = move |()| {
        let mut all = hours.get_untracked();
        let id = free_id(all.iter().map(|hours| hours.id));
        // The next shift looks like the last one: people add a break or another day.
        let template = all.last().cloned().unwrap_or_else(|| Preset::Weekdays.hours());
        all.push(template.with_id(id));
        on_change.run(all);
    };
    let row = move |id: u32| {
        let entry = Memo::new(move |_| {
            let found = hours.with(|hours| hours.iter().find(|it| it.id == id).cloned());
            found.unwrap_or_default()
        });
        let codes = Signal::derive(move || {
            let place = ids.with(|ids| ids.iter().position(|it| *it == id));
            let place = place.and_then(|place| u32::try_from(place).ok());
            let is_own = |error: &&FieldError| place.is_some() && error.params.hours == place;
            errors.with(|errors| {
                errors.iter().filter(is_own).map(|error| error.code).collect::<Vec<_>>()
            })
        });
        view! {
            <HoursRow
                schedule_id
                hours=entry.into()
                on_change=Callback::new(move |changed| replace(id, Some(changed)))
                on_remove=Callback::new(move |()| replace(id, None))
                on_leave
                codes
            />
        }
    };
    view! {
        <For each=move || ids.get() key=|id| *id children=row />
        <Button
            id=control_ids::add_hours(schedule_id)
            kind=ButtonKind::Secondary
            on_press=Callback::new(add)
            disabled=Signal::derive(move || ids.with(Vec::len) >= MAX_HOURS)
        >
            {t(Text::AddHours)}
        </Button>
    }
}
