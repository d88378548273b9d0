//! One schedule: its time zone, ready-made weeks, its hours.

use leptos::prelude::*;
use partner_portal_contract::{FieldError, FieldErrorCode};

use super::{
    hours_list::HoursList,
    presets::Preset,
    schedule_form::{HoursForm, ScheduleForm},
    time_zone_picker::TimeZonePicker,
};
use crate::{
    i18n::{Text, t, use_i18n},
    ui::{Button, ButtonKind, ErrorText},
};

/// One schedule. `errors` are its own.
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
    let i18n = use_i18n();
    let id = schedule.with_untracked(|schedule| schedule.id);
    let prefix = "schedule-".to_owned() + &id.to_string();
    let title_id = StoredValue::new(prefix.clone() + "-title");
    let set_hours = Callback::new(move |hours: Vec<HoursForm>| {
        on_change.run(ScheduleForm { hours, ..schedule.get_untracked() });
    });
    let set_time_zone = Callback::new(move |time_zone: String| {
        on_change.run(ScheduleForm { time_zone, ..schedule.get_untracked() });
    });
    let presets = Preset::ALL.map(|preset| {
        let apply = Callback::new(move |()| set_hours.run(vec![preset.hours()]));
        view! {
            <Button kind=ButtonKind::Quiet on_press=apply>
                {t(preset.label())}
            </Button>
        }
    });
    let code_among = move |wanted: &[FieldErrorCode]| {
        errors.with(|errors| {
            let of_schedule = |error: &&FieldError| error.params.hours.is_none();
            let mut codes = errors.iter().filter(of_schedule).map(|error| error.code);
            codes.find(|code| wanted.contains(code))
        })
    };
    let time_zone_code = Signal::derive(move || {
        code_among(&[FieldErrorCode::TimeZoneMissing, FieldErrorCode::TimeZoneUnknown])
    });
    let hours_error = Signal::derive(move || {
        let code = code_among(&[FieldErrorCode::HoursMissing, FieldErrorCode::TooMany])?;
        let is_full = code == FieldErrorCode::TooMany;
        Some(i18n.text(if is_full { Text::ErrorTooManyHours } else { Text::ErrorHoursMissing }))
    });
    view! {
        <div class="schedule" role="group" aria-labelledby=title_id.get_value()>
            <div class="schedule-header">
                <span class="schedule-title" id=title_id.get_value()>
                    {title}
                </span>
                <Button kind=ButtonKind::Quiet on_press=on_remove>
                    {t(Text::RemoveSchedule)}
                </Button>
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
            <HoursList
                schedule_id=id
                hours=Signal::derive(move || schedule.with(|it| it.hours.clone()))
                on_change=set_hours
                on_leave
                errors
            />
            <ErrorText id=prefix + "-error" text=hours_error />
        </div>
    }
}
