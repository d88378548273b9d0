//! The picker for a time zone: the user types part of the name of one of several hundred zones.

use leptos::prelude::*;
use partner_portal_contract::FieldErrorCode;

use super::{
    control_ids, schedule_form::ScheduleChange, zone_abbreviation::is_abbreviation,
    zone_directory::ZoneDirectory, zone_label::zone_label,
};
use crate::{
    i18n::{Text, search_form, t, use_i18n},
    reactive::{effect, memo},
    ui::{Combobox, ComboboxLabels, ErrorText},
};

/// The picker for a schedule's time zone. `text` is the text in the box if it is not the label of
/// the chosen zone. The form is written only when the user types, chooses or leaves: `time_zone` and
/// `text` lag one effect run behind it.
#[component]
pub fn TimeZonePicker(
    schedule_id: u32,
    time_zone: Memo<String>,
    text: Memo<String>,
    on_change: Callback<ScheduleChange>,
    on_leave: Callback<()>,
    code: Memo<Option<FieldErrorCode>>,
    zones: ZoneDirectory,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = control_ids::time_zone(schedule_id);
    let error_id = id.clone() + "-error";
    let label = memo(move || time_zone.with(|name| zone_label(i18n, name)));
    // The box shows the chosen zone under the same name as the list. Typing over it searches.
    let shown = memo(move || if text.with(String::is_empty) { label.get() } else { text.get() });
    let query = RwSignal::new(shown.get_untracked());
    // If the name changes because the names in the user's language have loaded, it must not replace
    // what the user is typing.
    Effect::new(move |before: Option<String>| {
        let now = shown.get();
        if before.is_none_or(|before| query.with_untracked(|query| *query == before)) {
            query.set(now.clone());
        }
        now
    });
    // The text of an unknown zone is kept and treated as a search.
    let is_unknown =
        memo(move || time_zone.with(|name| !name.is_empty() && zones.is_unknown(name)));
    let is_search = move |typed: &str| {
        let is_chosen = !is_unknown.get() && label.with(|label| label == typed);
        !is_chosen && !search_form(typed).is_empty()
    };
    // Starts before the user types, so that the first search does not have to wait for the names.
    effect(move || zones.gather_spoken_names());
    let options = memo(move || {
        let (typed, chosen) = (query.get(), time_zone.get());
        if is_search(&typed) { zones.found(&typed, &chosen) } else { zones.all(&chosen) }
    });
    let is_typing = RwSignal::new(false);
    let is_unchosen = memo(move || {
        !is_typing.get() && time_zone.with(String::is_empty) && !text.with(String::is_empty)
    });
    let error = memo(move || error_of(code.get(), is_unknown.get(), is_unchosen.get()));
    let is_wrong = Signal::derive(move || error.get().is_some());
    let described_by = {
        let error_id = error_id.clone();
        Signal::derive(move || if is_wrong.get() { error_id.clone() } else { String::new() })
    };
    let select = Callback::new(move |name: String| {
        is_typing.set(false);
        // If the user chose another name of the same zone, the label does not change, so the box is
        // reset here.
        query.set(untrack(|| zone_label(i18n, &name)));
        on_change.run(ScheduleChange::TimeZone(name));
    });
    let type_text = Callback::new(move |typed: String| {
        is_typing.set(true);
        let is_label = label.with_untracked(|label| *label == typed);
        on_change.run(ScheduleChange::TimeZoneText(if is_label { String::new() } else { typed }));
    });
    // Text that was typed but not picked is kept and checked, never dropped.
    let leave = move |()| {
        let (Some(typed), Some(chosen)) = (query.try_get_untracked(), label.try_get_untracked())
        else {
            return;
        };
        is_typing.set(false);
        match zones.named(&typed) {
            _ if typed == chosen => {}
            Some(named) => select.run(named),
            // The box keeps the text, and its error asks for a choice.
            None if is_abbreviation(&search_form(&typed)) => {
                on_change.run(ScheduleChange::NoTimeZone);
            }
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
    // "Nothing found" is only true once all names have been searched.
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
                on_type=type_text
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

/// Returns the sentence below the box. A stored zone that no longer exists is reported at once,
/// because the user would not look for the problem. Text that chooses no zone is reported as soon as
/// the user leaves it, and in a restored draft.
fn error_of(code: Option<FieldErrorCode>, is_unknown: bool, is_unchosen: bool) -> Option<Text> {
    match code {
        Some(FieldErrorCode::TimeZoneMissing) => Some(Text::ErrorTimeZoneMissing),
        Some(_) => Some(Text::ErrorTimeZoneUnknown),
        None if is_unknown => Some(Text::ErrorTimeZoneUnknown),
        None => is_unchosen.then_some(Text::ErrorTimeZoneMissing),
    }
}
