//! A list of entries as chips, with a text box that adds to it.

mod chip_item;
mod entries;
mod state;

use leptos::html::{Div, Input};
use leptos::prelude::*;
use web_sys::{ClipboardEvent, KeyboardEvent, MouseEvent};

use crate::ui::attributes::{bind_value, is_mounted, text_or_absent, true_or_absent};
use crate::ui::direction::{Step, step};
use crate::ui::focus::direction_around;
use crate::ui::icon::{Icon, IconName};
use crate::ui::live_region::LiveRegion;
use chip_item::ChipItem;
use entries::{has_separator, inserted};
use state::ChipsState;

/// One entry of a [`ChipsInput`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chip {
    /// The entry as it was typed.
    pub text: String,
    /// Why it is refused.
    pub error: Option<String>,
}

/// The texts of a [`ChipsInput`]. Those that take a `String` are given the entry's text.
#[derive(Clone, Copy)]
pub struct ChipsLabels {
    /// Names the list of chips.
    pub list: Signal<String>,
    /// Names the button that removes an entry: "Remove a@b.example".
    pub remove: Callback<String, String>,
    /// Names the chip itself, which edits its entry: "Edit a@b.example".
    pub edit: Callback<String, String>,
    /// Spoken after this many entries were added.
    pub added: Callback<usize, String>,
    /// Spoken after an entry was removed.
    pub removed: Callback<String, String>,
}

/// Chips and a text box that look like one control.
///
/// Enter, comma, semicolon and leaving the box (by Tab too) make what is typed a chip, and
/// pasting a list makes many. The chips are one tab stop; arrows move among them and the box.
/// On a chip, Enter or F2 edits it in place and Delete removes it. Nothing is refused here: a
/// chip with an `error` stays, marked, with its reason below.
#[component]
pub fn ChipsInput(
    /// Id of the text box, to which the label points.
    id: &'static str,
    /// The entries; equal ones may repeat.
    #[prop(into)]
    chips: Signal<Vec<Chip>>,
    /// Called with all entries after each change.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// Takes the entries out of typed or pasted text.
    split: fn(&str) -> Vec<String>,
    /// The text in the box that is no chip yet.
    text: RwSignal<String>,
    /// Whether the field as a whole is refused.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Ids of the describing texts; see [`crate::ui::described_by`].
    #[prop(optional, into)]
    described_by: Signal<String>,
    /// The texts.
    labels: ChipsLabels,
    /// An example, shown while there is neither chip nor text.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Whether it takes no input.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let container = NodeRef::<Div>::new();
    let input = NodeRef::<Input>::new();
    let state = ChipsState::new(id, chips, on_change, split, labels, disabled, container);
    bind_value(input, text.into());
    let count = Memo::new(move |_| chips.with(Vec::len));

    let commit = move || {
        state.add(&text.get_untracked());
        text.set(String::new());
    };
    let on_input = move |event| {
        text.set(event_target_value(&event));
        // On-screen keyboards name no keys, so a separator is also noticed in the text.
        if has_separator(&text.get_untracked()) {
            commit();
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        let Some(input) = input.get_untracked().filter(|_| !event.is_composing()) else { return };
        match event.key().as_str() {
            "Enter" | "," | ";" => {
                event.prevent_default();
                commit();
            }
            key if leaves_box(key, &input) && count.get_untracked() > 0 => {
                event.prevent_default();
                state.focus_chip(count.get_untracked() - 1);
            }
            _ => {}
        }
    };
    let on_paste = move |event: ClipboardEvent| {
        let pasted = event.clipboard_data().and_then(|data| data.get_data("text").ok());
        let (Some(pasted), Some(input)) = (pasted, input.get_untracked()) else { return };
        // The box would swallow line ends and run addresses together.
        if has_separator(pasted.trim()) || pasted.trim().contains(char::is_whitespace) {
            event.prevent_default();
            let selection = (
                input.selection_start().ok().flatten().unwrap_or(u32::MAX) as usize,
                input.selection_end().ok().flatten().unwrap_or(u32::MAX) as usize,
            );
            text.set(inserted(&input.value(), selection, &pasted));
            commit();
        }
    };
    let on_mousedown = move |event: MouseEvent| {
        // The free space of the control belongs to the box.
        if event.target() == event.current_target() {
            event.prevent_default();
            state.focus_box();
        }
    };
    let placeholder =
        Signal::derive(move || if count.get() == 0 { placeholder.get() } else { String::new() });
    view! {
        <div
            node_ref=container
            class="chips"
            class:is-invalid=move || invalid.get()
            class:is-disabled=move || disabled.get()
            on:mousedown=on_mousedown
        >
            <ul
                class="chips-list"
                aria-label=move || labels.list.get()
                hidden=move || count.get() == 0
            >
                <For
                    each=move || 0..count.get()
                    key=|index| *index
                    children=move |index| view! { <ChipItem state index /> }
                />
            </ul>
            <input
                node_ref=input
                type="text"
                class="chips-box"
                id=id
                inputmode="email"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                dir="ltr"
                placeholder=text_or_absent(placeholder)
                aria-invalid=true_or_absent(invalid)
                aria-describedby=text_or_absent(described_by)
                disabled=move || disabled.get()
                on:input=on_input
                on:keydown=on_keydown
                on:paste=on_paste
                on:blur=move |_| {
                    if is_mounted(input) {
                        commit();
                    }
                }
            />
            <LiveRegion message=state.announcement />
        </div>
        <ChipErrors state />
    }
}

/// Whether a key at the start of the box means the chip before it. The box itself always runs
/// left to right, so its start is the edge that faces the chips.
fn leaves_box(key: &str, input: &web_sys::HtmlInputElement) -> bool {
    let start = input.selection_start().ok().flatten();
    let end = input.selection_end().ok().flatten();
    if start != end {
        return false;
    }
    if key == "Backspace" {
        return input.value().is_empty();
    }
    let direction =
        input.parent_element().map(|parent| direction_around(&parent)).unwrap_or_default();
    let facing_edge = match direction {
        crate::ui::Direction::Ltr => start == Some(0),
        crate::ui::Direction::Rtl => {
            start.map(|start| start as usize) == Some(input.value().encode_utf16().count())
        }
    };
    facing_edge && step(key, direction) == Some(Step::Previous)
}

/// The reasons of refused chips.
#[component]
fn ChipErrors(state: ChipsState) -> impl IntoView {
    let reasons = move || {
        state.chips.with(|chips| {
            let with_error = |(index, chip): (usize, &Chip)| {
                chip.error.clone().map(|error| (index, chip.text.clone(), error))
            };
            chips.iter().enumerate().filter_map(with_error).collect::<Vec<_>>()
        })
    };
    let reason = move |(index, text, error): (usize, String, String)| {
        view! {
            <li class="field-error" id=state.error_id(index)>
                <Icon name=IconName::Error />
                <span>
                    <bdi dir="ltr" class="chip-error-text">{text}</bdi>
                    " "
                    {error}
                </span>
            </li>
        }
    };
    view! {
        <ul class="chip-errors" hidden=move || reasons().is_empty()>
            <For each=reasons key=Clone::clone children=reason />
        </ul>
    }
}
