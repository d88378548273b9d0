//! The field *Operational support*: the schedules, the button that adds one, and the preview of the
//! week.

use leptos::{html, prelude::*};
use partner_portal_contract::{FieldError, input::MAX_SCHEDULES};
use reactive_stores::Field;

use super::{
    control_ids,
    coverage_preview::{CoveragePreview, TablesStatus},
    presets::Preset,
    schedule_editor::ScheduleEditor,
    schedule_form::{ScheduleChange, ScheduleForm, free_id},
    week::Week,
    zone_directory::ZoneDirectory,
};
use crate::{
    browser::Tables,
    i18n::{Text, number, t, use_i18n},
    reactive::{distinct, memo},
    ui::{
        Button, ButtonKind, KeyedList, LiveRegion, focus_by_id_after_render, focus_moves_inside,
        untyped,
    },
};

/// Lists the schedules. `errors` are the field's errors, indexed by schedule. `retry_tables` loads
/// the tables again.
#[component]
pub fn ScheduleList(
    schedules: Field<Vec<ScheduleForm>>,
    on_leave: Callback<()>,
    errors: ReadSignal<Vec<FieldError>>,
    tables: ReadSignal<Option<Tables>, LocalStorage>,
    tables_status: Signal<TablesStatus>,
    retry_tables: Callback<()>,
    described_by: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let node = NodeRef::<html::Div>::new();
    let zones = ZoneDirectory::new(tables, tables_status);
    let week = Week::of(schedules, tables);
    let ids = memo(move || {
        schedules.with(|all| all.iter().map(|schedule| schedule.id).collect::<Vec<_>>())
    });
    let is_full = Signal::derive(move || ids.with(Vec::len) >= MAX_SCHEDULES);
    let announcement = RwSignal::new(String::new());
    let announce = announcer(announcement);
    let focus = move |id: String| {
        if let Some(node) = node.get_untracked() {
            focus_by_id_after_render((*node).clone().into(), id);
        }
    };
    let say = move |text: Text, place: usize| {
        announce.run(i18n.with(text, &[("number", &number(i18n, place))]));
    };
    // A new schedule shows no errors until the focus has left it.
    let fresh = RwSignal::new(None::<u32>);
    let add = move |()| {
        let id = schedules.with_untracked(|all| free_id(all.iter().map(|schedule| schedule.id)));
        let hours = vec![Preset::Weekdays.hours()];
        fresh.set(Some(id));
        focus(control_ids::time_zone(id));
        schedules.update(|all| all.push(ScheduleForm { id, hours, ..ScheduleForm::default() }));
        say(Text::ScheduleAdded, schedules.with_untracked(Vec::len));
    };
    let place_of = move |id: u32| {
        schedules.with_untracked(|all| all.iter().position(|schedule| schedule.id == id))
    };
    let apply = move |id: u32, change: ScheduleChange| {
        if let Some(at) = place_of(id) {
            schedules.update(|all| all[at].apply(change));
        }
    };
    let remove = move |id: u32| {
        let Some(at) = place_of(id) else { return };
        schedules.update(|all| drop(all.remove(at)));
        let neighbour = schedules.with_untracked(|all| {
            all.get(at).or(all.last()).map(|schedule| control_ids::time_zone(schedule.id))
        });
        focus(neighbour.unwrap_or_else(|| control_ids::ADD_SCHEDULE.to_owned()));
        say(Text::ScheduleRemoved, at + 1);
    };
    let editor = move |id: u32| {
        let place = memo(move || ids.with(|ids| ids.iter().position(|it| *it == id)).unwrap_or(0));
        let schedule = distinct(move || {
            let found = schedules.with(|all| all.iter().find(|it| it.id == id).cloned());
            found.unwrap_or_default()
        });
        let own_errors = distinct(move || {
            let index = u32::try_from(place.get()).ok().filter(|_| fresh.get() != Some(id));
            errors.with(|errors| errors_at(errors, index))
        });
        let leave = Callback::new(move |()| {
            fresh.try_update(|fresh| *fresh = fresh.filter(|it| *it != id));
        });
        view! {
            <FocusArea on_left=leave>
                <ScheduleEditor
                    schedule
                    place
                    on_change=Callback::new(move |change| apply(id, change))
                    on_remove=Callback::new(move |()| remove(id))
                    on_leave
                    errors=own_errors
                    overlaps=week.overlaps
                    zones
                    announce
                />
            </FocusArea>
        }
        .into_any()
    };
    view! {
        <div class="schedules" node_ref=node>
            <KeyedList keys=ids entry=Callback::new(editor) />
            <Button
                id=control_ids::ADD_SCHEDULE
                kind=ButtonKind::Secondary
                on_press=Callback::new(add)
                disabled=is_full
                described_by
            >
                {t(Text::AddSchedule)}
            </Button>
            <Show when=move || ids.with(|ids| !ids.is_empty())>
                <CoveragePreview week tables_status retry=retry_tables />
            </Show>
            <LiveRegion message=announcement />
        </div>
    }
}

/// A container that reports when the focus leaves it.
#[component]
fn FocusArea(on_left: Callback<()>, children: Children) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    view! {
        <div
            node_ref=node
            on:focusout=untyped(move |event| {
                let around = node.try_get_untracked().flatten();
                if around.is_some_and(|around| !focus_moves_inside(event, &around)) {
                    on_left.run(());
                }
            })
        >
            {children()}
        </div>
    }
}

/// Returns a callback that announces a sentence. The region is cleared first, so that screen
/// readers also announce a repeated sentence.
fn announcer(announcement: RwSignal<String>) -> Callback<String> {
    Callback::new(move |sentence: String| {
        announcement.set(String::new());
        request_animation_frame(move || drop(announcement.try_set(sentence)));
    })
}

/// Returns the errors of the schedule at an index, or none without an index.
fn errors_at(errors: &[FieldError], place: Option<u32>) -> Vec<FieldError> {
    let is_own = |error: &&FieldError| error.index.is_some() && error.index == place;
    errors.iter().filter(is_own).cloned().collect()
}
