//! One hours entry: the days as toggle buttons, opening and closing time.

use leptos::prelude::*;
use partner_portal_contract::{DayOfWeek, FieldErrorCode, TimeOfDay};

use super::{
    control_ids, schedule_form::HoursForm, schedule_text::days_in_order, time_field::TimeField,
};
use crate::{
    i18n::{Text, t, use_i18n, weekday_names},
    ui::{Button, ButtonKind, ErrorText, ToggleGroup, ToggleOption},
};

/// One hours entry. `codes` are what is wrong with it.
#[component]
pub fn HoursRow(
    schedule_id: u32,
    hours: Signal<HoursForm>,
    on_change: Callback<HoursForm>,
    on_remove: Callback<()>,
    on_leave: Callback<()>,
    codes: Signal<Vec<FieldErrorCode>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let hours_id = hours.with_untracked(|hours| hours.id);
    let id = move |control| control_ids::of_hours(schedule_id, hours_id, control);
    let error_id = id("error");
    let options = Signal::derive(move || {
        let names = weekday_names(i18n.locale());
        days_in_order(i18n)
            .into_iter()
            .map(|day| {
                let value = day as usize;
                let (short, long) = names[value].clone();
                ToggleOption { value, short, long }
            })
            .collect::<Vec<_>>()
    });
    let pressed = Signal::derive(move || {
        hours.with(|hours| DayOfWeek::ALL.iter().map(|day| hours.days.contains(day)).collect())
    });
    let toggle = move |value: usize| {
        let day = DayOfWeek::ALL[value];
        let mut changed = hours.get_untracked();
        if changed.days.contains(&day) {
            changed.days.retain(|it| *it != day);
        } else {
            changed.days.push(day);
            changed.days.sort();
        }
        on_change.run(changed);
    };
    let has = move |wanted: &[FieldErrorCode]| {
        codes.with(|codes| codes.iter().any(|code| wanted.contains(code)))
    };
    let days_invalid = Signal::derive(move || has(&[FieldErrorCode::DaysMissing]));
    let opens_invalid =
        Signal::derive(move || has(&[FieldErrorCode::OpensMissing, FieldErrorCode::OpensInvalid]));
    let closes_invalid = Signal::derive(move || {
        has(&[FieldErrorCode::ClosesMissing, FieldErrorCode::ClosesInvalid])
    });
    let next_day = move || {
        hours.with(|hours| {
            let times = (TimeOfDay::parse(&hours.opens), TimeOfDay::parse(&hours.closes));
            matches!(times, (Some(opens), Some(closes)) if closes <= opens)
        })
    };
    let error = Signal::derive(move || {
        let sentences: Vec<String> =
            codes.get().into_iter().map(|code| i18n.text(error_text(code))).collect();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    });
    let described_by = {
        let error_id = error_id.clone();
        Signal::derive(
            move || if codes.with(Vec::is_empty) { String::new() } else { error_id.clone() },
        )
    };
    let set_opens = move |opens| on_change.run(HoursForm { opens, ..hours.get_untracked() });
    let set_closes = move |closes| on_change.run(HoursForm { closes, ..hours.get_untracked() });
    view! {
        <div class="hours" role="group" aria-label=t(Text::Hours)>
            <ToggleGroup
                id=id("days")
                label=t(Text::Days)
                options
                pressed
                on_toggle=Callback::new(toggle)
                described_by
                invalid=days_invalid
            />
            <div class="hours-times">
                <TimeField
                    id=id("opens")
                    label=t(Text::Opens)
                    value=Signal::derive(move || hours.with(|hours| hours.opens.clone()))
                    on_change=Callback::new(set_opens)
                    on_leave
                    invalid=opens_invalid
                    described_by
                />
                <TimeField
                    id=id("closes")
                    label=t(Text::Closes)
                    value=Signal::derive(move || hours.with(|hours| hours.closes.clone()))
                    on_change=Callback::new(set_closes)
                    on_leave
                    invalid=closes_invalid
                    described_by
                />
                <span class="next-day">{move || next_day().then(|| i18n.text(Text::NextDay))}</span>
                <Button kind=ButtonKind::Quiet on_press=on_remove>{t(Text::RemoveHours)}</Button>
            </div>
            <ErrorText id=error_id text=error />
        </div>
    }
}

const fn error_text(code: FieldErrorCode) -> Text {
    match code {
        FieldErrorCode::DaysMissing => Text::ErrorDaysMissing,
        FieldErrorCode::OpensMissing => Text::ErrorOpensMissing,
        FieldErrorCode::OpensInvalid => Text::ErrorOpensInvalid,
        FieldErrorCode::ClosesMissing => Text::ErrorClosesMissing,
        FieldErrorCode::ClosesInvalid => Text::ErrorClosesInvalid,
        _ => Text::ErrorOther,
    }
}
