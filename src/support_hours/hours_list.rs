//! The list of a schedule's hours.

use leptos::{html, prelude::*};
use partner_portal_contract::{
    FieldError,
    coverage::{EntryIndex, Overlap},
    input::MAX_HOURS,
};

use super::{
    control_ids,
    hours_action::{HoursAction, HoursChange},
    hours_row::HoursRow,
    merged_hours::merged_hours,
    overlap_advice::OverlappingHours,
    schedule_form::HoursForm,
};
use crate::{
    i18n::{Text, number, t, use_i18n},
    reactive::memo,
    ui::{Button, ButtonKind, KeyedList, focus_by_id_after_render},
};

/// Lists the hours entries and offers to add one. `place` is the schedule's index and `errors` are
/// its own errors. `overlaps` are those of all schedules. `announce` sends a sentence to screen
/// readers.
#[component]
pub fn HoursList(
    schedule_id: u32,
    place: Memo<usize>,
    hours: Memo<Vec<HoursForm>>,
    on_change: Callback<Vec<HoursForm>>,
    on_leave: Callback<()>,
    errors: ReadSignal<Vec<FieldError>>,
    overlaps: ReadSignal<Vec<Overlap>>,
    announce: Callback<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let node = NodeRef::<html::Div>::new();
    let ids =
        memo(move || hours.with(|hours| hours.iter().map(|hours| hours.id).collect::<Vec<_>>()));
    let is_full = Signal::derive(move || ids.with(Vec::len) >= MAX_HOURS);
    // A new entry shows no errors until the focus has left it.
    let fresh = RwSignal::new(None::<u32>);
    let act = Callback::new(move |action: HoursAction| {
        let mut all = hours.get_untracked();
        let Some(change) = action.apply(&mut all) else { return };
        if let HoursChange::Added(id) = change {
            fresh.set(Some(id));
        }
        let Some((said, place, focus)) = outcome(schedule_id, &all, change) else {
            on_change.run(all);
            return;
        };
        if let Some(node) = node.get_untracked() {
            focus_by_id_after_render((*node).clone().into(), focus);
        }
        on_change.run(all);
        announce.run(i18n.with(said, &[("number", &number(i18n, place))]));
    });
    let row = move |id: u32| {
        let entry = memo(move || {
            let found = hours.with(|hours| hours.iter().find(|it| it.id == id).cloned());
            found.unwrap_or_default()
        });
        let own_place =
            memo(move || ids.with(|ids| ids.iter().position(|it| *it == id)).unwrap_or(0));
        let codes = memo(move || {
            if fresh.get() == Some(id) {
                return Vec::new();
            }
            let own = u32::try_from(own_place.get()).ok();
            let is_own = |error: &&FieldError| own.is_some() && error.params.hours == own;
            errors.with(|errors| {
                errors.iter().filter(is_own).map(|error| error.code).collect::<Vec<_>>()
            })
        });
        let own_overlaps = memo(move || {
            let own = EntryIndex { schedule: place.get(), hours: own_place.get() };
            let others = overlaps.with(|all| overlapping(all, own));
            hours.with(|hours| {
                let mergeable = |place: usize| {
                    let other = hours.get(place)?;
                    merged_hours(hours.get(own.hours)?, other).map(|_| other.id)
                };
                let overlapping = |place| OverlappingHours { place, mergeable: mergeable(place) };
                others.into_iter().map(overlapping).collect::<Vec<_>>()
            })
        });
        // Every schedule has a first entry, so the name includes the schedule.
        let title = Signal::derive(move || {
            let named = |text, at: usize| i18n.with(text, &[("number", &number(i18n, at + 1))]);
            let own = named(Text::HoursTitle, own_place.get());
            [&own, ", ", &named(Text::ScheduleTitle, place.get())].concat()
        });
        let leave_row = move |()| {
            fresh.try_update(|fresh| *fresh = fresh.filter(|it| *it != id));
        };
        view! {
            <HoursRow
                schedule_id
                hours=entry
                title
                on_action=act
                on_leave
                on_leave_row=Callback::new(leave_row)
                is_full
                codes
                overlaps=own_overlaps
            />
        }
        .into_any()
    };
    view! {
        <div class="hours-list" node_ref=node>
            <KeyedList keys=ids entry=Callback::new(row) />
            <Button
                id=control_ids::add_hours(schedule_id)
                kind=ButtonKind::Secondary
                on_press=Callback::new(move |()| act.run(HoursAction::Add))
                disabled=is_full
            >
                {t(Text::AddHours)}
            </Button>
        </div>
    }
}

/// Returns the announcement after a change, its number, and the id of the control that receives the
/// focus. Returns `None` if only the content of an entry has changed.
fn outcome(
    schedule_id: u32,
    all: &[HoursForm],
    change: HoursChange,
) -> Option<(Text, usize, String)> {
    let days = |id: u32| control_ids::of_hours(schedule_id, id, "days");
    let number_of = |id: u32| {
        let at = all.iter().position(|it| it.id == id).unwrap_or(0);
        at + 1
    };
    Some(match change {
        HoursChange::Content => return None,
        HoursChange::Added(id) => {
            // Copied hours already have times, so the user probably wants to check the days.
            let is_empty = all.iter().any(|it| it.id == id && it.opens.is_empty());
            let control = if is_empty { "opens" } else { "days" };
            let focus = control_ids::of_hours(schedule_id, id, control);
            (Text::HoursAdded, number_of(id), focus)
        }
        HoursChange::Removed(at) => {
            let neighbour = all.get(at).or(all.last());
            let focus =
                neighbour.map_or_else(|| control_ids::add_hours(schedule_id), |it| days(it.id));
            (Text::HoursRemoved, at + 1, focus)
        }
        HoursChange::Merged(id) => (Text::HoursMerged, number_of(id), days(id)),
    })
}

/// Returns the indices of the entries of the same schedule that overlap with `own`.
fn overlapping(overlaps: &[Overlap], own: EntryIndex) -> Vec<usize> {
    let other = |overlap: &Overlap| match (overlap.first, overlap.second) {
        (first, second) if first.schedule != second.schedule => None,
        (first, second) if first == own => Some(second.hours),
        (first, second) if second == own => Some(first.hours),
        _ => None,
    };
    overlaps.iter().filter_map(other).collect()
}
