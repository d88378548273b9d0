//! Picks one of several hundred time zones by typing part of its name.

use leptos::prelude::*;
use partner_portal_contract::FieldErrorCode;

use super::{
    control_ids, zone_abbreviation::is_abbreviation, zone_directory::ZoneDirectory,
    zone_label::zone_label,
};
use crate::{
    i18n::{Text, search_form, t, use_i18n},
    ui::{Combobox, ComboboxLabels, ErrorText},
};

/// The time zone of a schedule.
#[component]
pub fn TimeZonePicker(
    schedule_id: u32,
    time_zone: Signal<String>,
    on_change: Callback<String>,
    on_leave: Callback<()>,
    code: Signal<Option<FieldErrorCode>>,
    zones: ZoneDirectory,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = control_ids::time_zone(schedule_id);
    let error_id = id.clone() + "-error";
    let label = Memo::new(move |_| time_zone.with(|name| zone_label(i18n, name)));
    let query = RwSignal::new(label.get_untracked());
    // What is chosen shows in the box as it does in the list; typing over it searches. A name that
    // arrives in the user's language must not take away what somebody is typing.
    Effect::new(move |before: Option<String>| {
        let now = label.get();
        if before.is_none_or(|before| query.with_untracked(|query| *query == before)) {
            query.set(now.clone());
        }
        now
    });
    // A name that was kept although there is no such zone is still being looked for.
    let is_unknown =
        Memo::new(move |_| time_zone.with(|name| !name.is_empty() && zones.is_unknown(name)));
    let is_search = move |typed: &str| {
        let is_chosen = !is_unknown.get() && label.with(|label| label == typed);
        !is_chosen && !search_form(typed).is_empty()
    };
    // Before anybody types: whoever types at once must not wait for the names.
    Effect::new(move |_| zones.gather_spoken_names());
    let options = Memo::new(move |_| {
        let (typed, chosen) = (query.get(), time_zone.get());
        if is_search(&typed) { zones.found(&typed, &chosen) } else { zones.all(&chosen) }
    });
    let error = Memo::new(move |_| match code.get() {
        Some(FieldErrorCode::TimeZoneMissing) => Some(Text::ErrorTimeZoneMissing),
        Some(_) => Some(Text::ErrorTimeZoneUnknown),
        // A stored zone that has ceased to exist is said at once: nobody would look for it.
        None => is_unknown.get().then_some(Text::ErrorTimeZoneUnknown),
    });
    let is_wrong = Signal::derive(move || error.get().is_some());
    let described_by = {
        let error_id = error_id.clone();
        Signal::derive(move || if is_wrong.get() { error_id.clone() } else { String::new() })
    };
    let select = Callback::new(move |name: String| {
        on_change.run(name);
        // Another name of the chosen zone leaves the label, and so the box, as they are.
        query.set(label.get_untracked());
    });
    // What was typed and not picked is kept and judged, never dropped.
    let leave = move |()| {
        let (Some(typed), Some(shown)) = (query.try_get_untracked(), label.try_get_untracked())
        else {
            return;
        };
        match zones.named(&typed) {
            _ if typed == shown => {}
            Some(named) => select.run(named),
            // The box keeps the text, and its error asks for a choice.
            None if is_abbreviation(&search_form(&typed)) => on_change.run(String::new()),
            None => select.run(typed.trim().to_owned()),
        }
        on_leave.run(());
    };
    let labels = ComboboxLabels {
        list: t(Text::TimeZones),
        empty: Signal::derive(move || {
            i18n.text(if zones.has_failed() { Text::LoadFailed } else { Text::TimeZoneNone })
        }),
        loading: t(Text::Loading),
        results: Callback::new(move |count| i18n.plural(Text::Results, count, &[])),
    };
    // "Nothing found" is true only once every name has been looked at.
    let is_loading = Signal::derive(move || {
        zones.is_loading() || zones.is_gathering() && options.with(Vec::is_empty)
    });
    let detail_of = move |name: String| {
        let typed = query.get();
        zones.detail(&name, if is_search(&typed) { &typed } else { "" })
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
                detail_of=Callback::new(detail_of)
                on_select=select
                on_blur=Callback::new(leave)
                loading=is_loading
                labels
                placeholder=t(Text::TimeZonePlaceholder)
                required=true
                invalid=is_wrong
                described_by
            />
            <ErrorText id=error_id text=Signal::derive(move || error.get().map(|it| i18n.text(it))) />
        </div>
    }
}
