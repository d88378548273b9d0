//! Toggle buttons for days of the week, starting with the locale's first day.

use leptos::prelude::*;
use partner_portal_contract::DayOfWeek;

use crate::{
    i18n::{use_i18n, weekday_names},
    reactive::memo,
    ui::{ToggleGroup, ToggleOption},
};

/// Shows the `offered` days in their order. Those in `pressed` are on.
#[component]
pub fn DayToggles(
    id: String,
    label: Signal<String>,
    offered: Memo<Vec<DayOfWeek>>,
    pressed: Memo<Vec<DayOfWeek>>,
    on_toggle: Callback<DayOfWeek>,
    #[prop(optional, into)] described_by: Signal<String>,
    #[prop(optional, into)] invalid: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let options = memo(move || {
        let names = weekday_names(i18n);
        let option = |day: DayOfWeek| {
            let value = day as usize;
            let (short, long) = names[value].clone();
            ToggleOption { value, short, long }
        };
        offered.with(|days| days.iter().map(|day| option(*day)).collect::<Vec<_>>())
    });
    let is_pressed = memo(move || {
        let is_on = |day: &DayOfWeek| pressed.with(|pressed| pressed.contains(day));
        DayOfWeek::ALL.iter().map(is_on).collect::<Vec<_>>()
    });
    view! {
        <ToggleGroup
            id
            label
            options
            pressed=is_pressed
            on_toggle=Callback::new(move |value: usize| on_toggle.run(DayOfWeek::ALL[value]))
            described_by
            invalid
        />
    }
}
