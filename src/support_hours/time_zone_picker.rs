//! Picks one of some six hundred time zones by typing part of its name.

use leptos::prelude::*;
use partner_portal_contract::FieldErrorCode;

use super::{control_ids, schedule_text::time_zone_label};
use crate::{
    i18n::{Text, offset_name, t, use_i18n},
    ui::{Combobox, ComboboxLabels, ComboboxOption, ErrorText},
};

/// The time zone of a schedule.
#[component]
pub fn TimeZonePicker(
    schedule_id: u32,
    time_zone: Signal<String>,
    on_change: Callback<String>,
    on_leave: Callback<()>,
    code: Signal<Option<FieldErrorCode>>,
    time_zones: Signal<Vec<String>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = control_ids::time_zone(schedule_id);
    let error_id = id.clone() + "-error";
    let query = RwSignal::new(time_zone.get_untracked());
    // What is chosen shows in the box; typing over it searches.
    Effect::new(move |_| query.set(time_zone.get()));
    let options = Signal::derive(move || {
        let wanted = search_form(&query.get());
        let chosen = search_form(&time_zone.get());
        let show_all = wanted.is_empty() || wanted == chosen;
        time_zones.with(|zones| {
            let found = zones.iter().filter(|name| show_all || search_form(name).contains(&wanted));
            found
                .map(|name| ComboboxOption {
                    value: name.clone(),
                    label: time_zone_label(name),
                    ..ComboboxOption::default()
                })
                .collect::<Vec<_>>()
        })
    });
    let error = Signal::derive(move || {
        code.get().map(|code| {
            i18n.text(match code {
                FieldErrorCode::TimeZoneUnknown => Text::ErrorTimeZoneUnknown,
                _ => Text::ErrorTimeZoneMissing,
            })
        })
    });
    let described_by = {
        let error_id = error_id.clone();
        Signal::derive(move || if code.get().is_some() { error_id.clone() } else { String::new() })
    };
    // What was typed and not picked is kept and judged, never dropped.
    let leave = move |()| {
        let typed = query.get_untracked();
        if typed != time_zone.get_untracked() {
            on_change.run(typed.trim().to_owned());
        }
        on_leave.run(());
    };
    let labels = ComboboxLabels {
        list: t(Text::TimeZones),
        empty: t(Text::TimeZoneNone),
        loading: t(Text::Loading),
        results: Callback::new(move |count| i18n.plural(Text::Results, count, &[])),
    };
    view! {
        <div class="time-zone">
            <label class="field-label" for=id.clone()>
                {t(Text::TimeZone)}
            </label>
            <Combobox
                id
                query
                options
                detail_of=Callback::new(|name: String| offset_name(&name))
                on_select=on_change
                on_blur=Callback::new(leave)
                loading=Signal::derive(move || time_zones.with(Vec::is_empty))
                labels
                placeholder=t(Text::TimeZonePlaceholder)
                invalid=Signal::derive(move || code.get().is_some())
                described_by
            />
            <ErrorText id=error_id text=error />
        </div>
    }
}

/// Letters and digits in lower case, so that spaces and underscores are alike.
fn search_form(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric() || "+-".contains(*c))
        .flat_map(char::to_lowercase)
        .collect()
}
