//! One hours entry: its days, its opening and closing time, and its actions.

use leptos::{html, prelude::*};
use partner_portal_contract::{DayOfWeek, FieldErrorCode};

use super::{
    control_ids,
    copy_hours::CopyHours,
    day_toggles::DayToggles,
    hours_action::HoursAction,
    hours_text::{days_in_order, next_day_mark},
    overlap_advice::{OverlapAdvice, OverlappingHours},
    schedule_form::HoursForm,
    time_box::{HoursTime, TimeBox},
    whole_day_advice::WholeDayAdvice,
};
use crate::{
    i18n::{I18n, Text, field_error_sentence, t, use_i18n},
    reactive::memo,
    ui::{Button, ButtonKind, ErrorText, focus_by_id, focus_moves_inside, untyped},
};

/// One hours entry, named `title`. `codes` are its errors. `on_leave` runs when the focus leaves a
/// control, `on_leave_row` when it leaves the whole row.
#[component]
pub fn HoursRow(
    schedule_id: u32,
    hours: Memo<HoursForm>,
    title: Signal<String>,
    on_action: Callback<HoursAction>,
    on_leave: Callback<()>,
    on_leave_row: Callback<()>,
    is_full: Signal<bool>,
    codes: Memo<Vec<FieldErrorCode>>,
    overlaps: Memo<Vec<OverlappingHours>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let node = NodeRef::<html::Div>::new();
    let hours_id = hours.with_untracked(|hours| hours.id);
    let id = move |control| control_ids::of_hours(schedule_id, hours_id, control);
    let [error_id, next_day_id, copy_id] = ["error", "next-day", "copy"].map(id);
    let change = Callback::new(move |changed| on_action.run(HoursAction::Change(changed)));
    // A half-typed time shows no errors yet.
    let typing = RwSignal::new(None::<HoursTime>);
    let codes = memo(move || codes_besides(&codes.get(), typing.get()));
    let days = memo(move || hours.with(|hours| hours.days.clone()));
    let toggle = move |day| change.run(hours.get_untracked().with_day_toggled(day));
    let mark = memo(move || hours.with(|hours| next_day_mark(i18n, &hours.opens, &hours.closes)));
    let error = Signal::derive(move || error_sentences(i18n, &codes.get()));
    let described_by = description(mark, codes, next_day_id.clone(), error_id.clone());
    let times = HoursTime::ALL.map(|time| {
        let id = id(time.control());
        let on_typing = Callback::new(move |is_typing: bool| {
            typing.set(is_typing.then_some(time));
        });
        view! { <TimeBox id time hours on_change=change on_typing on_leave codes described_by /> }
    });
    let is_copying = RwSignal::new(false);
    let nowhere_to = Signal::derive(move || {
        is_full.get() || days.with(|days| days.len() == DayOfWeek::ALL.len())
    });
    let copy = move |days: Vec<DayOfWeek>| {
        if !days.is_empty() {
            is_copying.set(false);
            on_action.run(HoursAction::Copy(hours_id, days));
        }
    };
    let give_up_copying = move |()| {
        is_copying.set(false);
        if let Some(row) = node.get_untracked() {
            focus_by_id(&row, &id("copy"));
        }
    };
    let remove = move |()| on_action.run(HoursAction::Remove(hours_id));
    view! {
        <div
            class="hours"
            role="group"
            aria-label=move || title.get()
            node_ref=node
            on:focusout=untyped(move |event| {
                let row = node.try_get_untracked().flatten();
                if row.is_some_and(|row| !focus_moves_inside(event, &row)) {
                    on_leave_row.run(());
                }
            })
        >
            <DayToggles
                id=id("days")
                label=t(Text::Days)
                offered=memo(move || days_in_order(i18n))
                pressed=days
                on_toggle=Callback::new(toggle)
                described_by
                invalid=Signal::derive(move || {
                    codes.with(|codes| codes.contains(&FieldErrorCode::DaysMissing))
                })
            />
            <div class="hours-times">
                {times}
                <span class="next-day" id=next_day_id>
                    {move || mark.get()}
                </span>
                <div class="hours-actions">
                <button
                    type="button"
                    class="button is-quiet"
                    id=copy_id
                    aria-expanded=move || if is_copying.get() { "true" } else { "false" }
                    aria-disabled=move || nowhere_to.get().then_some("true")
                    on:click=move |_| {
                        is_copying.update(|open| *open = !*open && !nowhere_to.get_untracked());
                    }
                >
                    {t(Text::CopyTo)}
                </button>
                <Button kind=ButtonKind::Quiet on_press=Callback::new(remove)>
                    {t(Text::RemoveHours)}
                </Button>
                </div>
            </div>
            <Show when=move || is_copying.get() && !nowhere_to.get()>
                <CopyHours
                    id=id("copy-days")
                    own=days
                    on_copy=Callback::new(copy)
                    on_cancel=Callback::new(give_up_copying)
                />
            </Show>
            <ErrorText id=error_id text=error />
            <OverlapAdvice hours_id overlaps on_action />
            <WholeDayAdvice hours on_action />
        </div>
    }
}

/// Returns the ids of the texts that are currently shown below the controls.
fn description(
    mark: Memo<Option<String>>,
    codes: Memo<Vec<FieldErrorCode>>,
    mark_id: String,
    error_id: String,
) -> Signal<String> {
    Signal::derive(move || {
        let mark_id = mark.with(Option::is_some).then_some(mark_id.as_str());
        let error_id = codes.with(|codes| (!codes.is_empty()).then_some(error_id.as_str()));
        [mark_id, error_id].into_iter().flatten().collect::<Vec<_>>().join(" ")
    })
}

/// Returns the codes without those of the time that is being typed.
fn codes_besides(codes: &[FieldErrorCode], typed: Option<HoursTime>) -> Vec<FieldErrorCode> {
    let is_typed = |code: &FieldErrorCode| typed.is_some_and(|time| time.codes().contains(code));
    codes.iter().copied().filter(|code| !is_typed(code)).collect()
}

fn error_sentences(i18n: I18n, codes: &[FieldErrorCode]) -> Option<String> {
    let sentences: Vec<String> =
        codes.iter().map(|code| field_error_sentence(i18n, *code, &[])).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}
