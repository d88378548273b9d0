//! One schedule: its time zone, its hours, ready-made weeks.

use leptos::prelude::*;
use partner_portal_contract::{FieldError, FieldErrorCode, draft::MAX_HOURS};

use super::{
    control_ids,
    hours_row::HoursRow,
    presets::Preset,
    schedule_form::{HoursForm, ScheduleForm, free_id},
    time_zone_picker::TimeZonePicker,
};
use crate::{
    i18n::{Text, t},
    ui::{Button, ButtonKind, ErrorText},
};

/// One schedule.
#[component]
pub fn ScheduleEditor(
    schedule: Signal<ScheduleForm>,
    on_change: Callback<ScheduleForm>,
    on_remove: Callback<()>,
    on_leave: Callback<()>,
    title: Signal<String>,
    errors: Signal<Vec<FieldError>>,
    time_zones: Signal<Vec<String>>,
) -> impl IntoView {
    let id = schedule.with_untracked(|schedule| schedule.id);
    let hours_error_id = "schedule-".to_owned() + &id.to_string() + "-error";
    let title_id = StoredValue::new("schedule-".to_owned() + &id.to_string() + "-title");
    let set_hours = move |hours: Vec<HoursForm>| {
        on_change.run(ScheduleForm { hours, ..schedule.get_untracked() });
    };
    let set_time_zone = Callback::new(move |time_zone: String| {
        on_change.run(ScheduleForm { time_zone, ..schedule.get_untracked() });
    });
    let add_hours = move |()| {
        let mut hours = schedule.with_untracked(|schedule| schedule.hours.clone());
        if hours.len() < MAX_HOURS {
            let id = free_id(hours.iter().map(|hours| hours.id));
            // The next shift looks like the last one: people add a break or another day.
            let template = hours.last().cloned().unwrap_or_else(|| Preset::Weekdays.hours());
            hours.push(template.with_id(id));
            set_hours(hours);
        }
    };
    let presets = Preset::ALL.map(|preset| {
        let apply = move |()| set_hours(vec![preset.hours()]);
        view! {
            <Button kind=ButtonKind::Quiet on_press=Callback::new(apply)>{t(preset.label())}</Button>
        }
    });
    let hours_ids = Memo::new(move |_| {
        schedule.with(|it| it.hours.iter().map(|hours| hours.id).collect::<Vec<_>>())
    });
    let row = move |hours_id: u32| {
        let place =
            Memo::new(move |_| hours_ids.with(|ids| ids.iter().position(|it| *it == hours_id)));
        let hours = Memo::new(move |_| {
            let found = schedule.with(|it| it.hours.iter().find(|it| it.id == hours_id).cloned());
            found.unwrap_or_default()
        });
        let change = move |changed: Option<HoursForm>| {
            let mut all = schedule.with_untracked(|schedule| schedule.hours.clone());
            if let Some(at) = all.iter().position(|hours| hours.id == hours_id) {
                match changed {
                    Some(changed) => all[at] = changed,
                    None => drop(all.remove(at)),
                }
                set_hours(all);
            }
        };
        let codes = Signal::derive(move || {
            let at = place.get().and_then(|place| u32::try_from(place).ok());
            let is_own = |error: &&FieldError| at.is_some() && error.params.hours == at;
            errors.with(|errors| {
                errors.iter().filter(is_own).map(|error| error.code).collect::<Vec<_>>()
            })
        });
        view! {
            <HoursRow
                schedule_id=id
                hours=hours.into()
                on_change=Callback::new(move |changed| change(Some(changed)))
                on_remove=Callback::new(move |()| change(None))
                on_leave
                codes
            />
        }
    };
    let code_of_schedule = move |wanted: &[FieldErrorCode]| {
        errors.with(|errors| {
            let of_schedule = |error: &&FieldError| error.params.hours.is_none();
            let mut codes = errors.iter().filter(of_schedule).map(|error| error.code);
            codes.find(|code| wanted.contains(code))
        })
    };
    let time_zone_code = Signal::derive(move || {
        code_of_schedule(&[FieldErrorCode::TimeZoneMissing, FieldErrorCode::TimeZoneUnknown])
    });
    let hours_error = Signal::derive(move || {
        let code = code_of_schedule(&[FieldErrorCode::HoursMissing, FieldErrorCode::TooMany])?;
        Some(if code == FieldErrorCode::TooMany {
            Text::ErrorTooManyHours
        } else {
            Text::ErrorHoursMissing
        })
    });
    let hours_error_text = error_text(hours_error);
    view! {
        <div class="schedule" role="group" aria-labelledby=title_id.get_value()>
            <div class="schedule-header">
                <span class="schedule-title" id=title_id.get_value()>{title}</span>
                <Button kind=ButtonKind::Quiet on_press=on_remove>{t(Text::RemoveSchedule)}</Button>
            </div>
            <TimeZonePicker
                schedule_id=id
                time_zone=Signal::derive(move || schedule.with(|it| it.time_zone.clone()))
                on_change=set_time_zone
                on_leave
                code=time_zone_code
                time_zones
            />
            <div class="presets" role="group" aria-label=t(Text::Presets)>
                {presets}
            </div>
            <For each=move || hours_ids.get() key=|id| *id children=row />
            <ErrorText id=hours_error_id text=hours_error_text />
            <Button id=control_ids::add_hours(id) kind=ButtonKind::Secondary on_press=Callback::new(add_hours)>
                {t(Text::AddHours)}
            </Button>
        </div>
    }
}

fn error_text(text: Signal<Option<Text>>) -> Signal<Option<String>> {
    let i18n = crate::i18n::use_i18n();
    Signal::derive(move || text.get().map(|text| i18n.text(text)))
}
