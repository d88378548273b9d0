//! The editor of one schedule: its time zone, the presets and its hours.

use leptos::prelude::*;
use partner_portal_contract::{FieldError, FieldErrorCode, coverage::Overlap, input::MAX_HOURS};

use super::{
    hours_list::HoursList,
    presets::Preset,
    schedule_form::{HoursForm, ScheduleChange, ScheduleForm},
    time_zone_picker::TimeZonePicker,
    zone_directory::ZoneDirectory,
};
use crate::{
    i18n::{Text, number, t, use_i18n},
    reactive::memo,
    ui::{Button, ButtonKind, ErrorText},
};

/// The editor of the schedule at index `place`, counted from 0. `errors` are its own errors.
/// `overlaps` are those of all schedules.
#[component]
pub fn ScheduleEditor(
    schedule: ReadSignal<ScheduleForm>,
    place: Memo<usize>,
    on_change: Callback<ScheduleChange>,
    on_remove: Callback<()>,
    on_leave: Callback<()>,
    errors: ReadSignal<Vec<FieldError>>,
    overlaps: ReadSignal<Vec<Overlap>>,
    zones: ZoneDirectory,
    announce: Callback<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = schedule.with_untracked(|schedule| schedule.id);
    let prefix = "schedule-".to_owned() + &id.to_string();
    let title_id = prefix.clone() + "-title";
    let labelled_by = title_id.clone();
    let title =
        move || i18n.with(Text::ScheduleTitle, &[("number", &number(i18n, place.get() + 1))]);
    let set_hours = Callback::new(move |hours: Vec<HoursForm>| {
        on_change.run(ScheduleChange::Hours(hours));
    });
    let presets = Preset::ALL.map(|preset| {
        let apply = Callback::new(move |()| {
            set_hours.run(vec![preset.hours()]);
            announce.run(i18n.with(Text::HoursReplaced, &[("hours", &preset.label(i18n))]));
        });
        view! {
            <Button kind=ButtonKind::Quiet on_press=apply>
                {move || preset.label(i18n)}
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
    let time_zone_code = memo(move || {
        code_among(&[FieldErrorCode::TimeZoneMissing, FieldErrorCode::TimeZoneUnknown])
    });
    let hours_error = Signal::derive(move || {
        let code = code_among(&[FieldErrorCode::HoursMissing, FieldErrorCode::TooMany])?;
        let is_full = code == FieldErrorCode::TooMany;
        Some(if is_full {
            i18n.with(Text::ErrorTooManyHours, &[("max", &number(i18n, MAX_HOURS))])
        } else {
            i18n.text(Text::ErrorHoursMissing)
        })
    });
    let time_zone = memo(move || schedule.with(|it| it.time_zone.clone()));
    let time_zone_text = memo(move || schedule.with(|it| it.time_zone_text.clone()));
    let hours = memo(move || schedule.with(|it| it.hours.clone()));
    view! {
        <div class="schedule" role="group" aria-labelledby=labelled_by>
            <div class="schedule-header">
                <span class="schedule-title" id=title_id>
                    {title}
                </span>
                <Button kind=ButtonKind::Quiet on_press=on_remove>
                    {t(Text::RemoveSchedule)}
                </Button>
            </div>
            <TimeZonePicker
                schedule_id=id
                time_zone
                text=time_zone_text
                on_change
                on_leave
                code=time_zone_code
                zones
            />
            <div class="presets" role="group" aria-label=t(Text::Presets)>
                {presets}
            </div>
            <HoursList
                schedule_id=id
                place
                hours
                on_change=set_hours
                on_leave
                errors
                overlaps
                announce
            />
            <ErrorText id=prefix + "-error" text=hours_error />
        </div>
    }
}
