//! Copies the times of an hours entry to other days.

use leptos::prelude::*;
use partner_portal_contract::DayOfWeek;

use super::{day_toggles::DayToggles, hours_text::days_in_order};
use crate::{
    i18n::{Text, t, use_i18n},
    reactive::memo,
    ui::{Button, ButtonKind, pressed_key, untyped},
};

/// Offers the days that an entry does not have. `own` are the days that it has. Escape cancels.
#[component]
pub fn CopyHours(
    id: String,
    own: Memo<Vec<DayOfWeek>>,
    on_copy: Callback<Vec<DayOfWeek>>,
    on_cancel: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let chosen = RwSignal::new(Vec::<DayOfWeek>::new());
    let offered = memo(move || {
        let own = own.get();
        days_in_order(i18n).into_iter().filter(|day| !own.contains(day)).collect::<Vec<_>>()
    });
    let copy = move |()| {
        // A chosen day may have become one of the entry's own days.
        let mut days = chosen.get_untracked();
        days.retain(|day| offered.with_untracked(|offered| offered.contains(day)));
        days.sort();
        on_copy.run(days);
    };
    let toggle = move |day: DayOfWeek| {
        chosen.update(|days| match days.iter().position(|it| *it == day) {
            Some(at) => drop(days.remove(at)),
            None => days.push(day),
        });
    };
    view! {
        <div
            class="copy-hours"
            on:keydown=untyped(move |event| {
                if pressed_key(event).is_some_and(|key| key == "Escape") {
                    // One Escape closes one thing: a dialog around the editor stays open.
                    event.prevent_default();
                    event.stop_propagation();
                    on_cancel.run(());
                }
            })
        >
            <DayToggles
                id
                label=t(Text::CopyToDays)
                offered
                pressed=memo(move || chosen.get())
                on_toggle=Callback::new(toggle)
            />
            <Button
                on_press=Callback::new(copy)
                disabled=Signal::derive(move || chosen.with(Vec::is_empty))
            >
                {t(Text::CopyHours)}
            </Button>
            <Button kind=ButtonKind::Quiet on_press=on_cancel>
                {t(Text::Cancel)}
            </Button>
        </div>
    }
}
