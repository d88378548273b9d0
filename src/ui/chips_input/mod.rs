//! A list of entries as chips, with a text box that adds to it.
//!
//! The box is there from the start and takes text. Everything else, the chips and what keys do, is
//! reached through [`ChipsCode`], which can come later.

mod changes;
mod chip;
mod chip_item;
mod chip_list;
mod code;
mod edited_chip;
mod entries;
mod notes;
mod state;
mod typing;

use leptos::html::{Div, Input};
use leptos::prelude::*;
use web_sys::Event;

use crate::ui::attributes::{bind_value, text_or_absent, true_or_absent};
use crate::ui::events::{inserted_text, is_composing, pressed_key, typed_text, untyped};
use crate::ui::focus::{is_focused, is_left};
pub use changes::{LONGEST_TEXT, MOST_ENTRIES};
pub use chip::{Chip, ChipsLabels, chip_id, shortened};
pub use code::ChipsCode;
use state::ChipsState;

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
    /// The entries; equal ones may repeat. A memo: every chip reads it.
    #[prop(into)]
    chips: Signal<Vec<Chip>>,
    /// Called with all entries after each change.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// What there is besides the box, once it is there; until then text stays in the box.
    #[prop(into)]
    code: Signal<Option<ChipsCode>>,
    /// The text in the box that is no chip yet.
    text: RwSignal<String>,
    /// Whether there has to be an entry.
    #[prop(optional, into)]
    required: Signal<bool>,
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
    let state = ChipsState::new(id, chips, on_change, text, labels, disabled, container, input);
    bind_value(input, text.into());

    let on_input = move |event: &Event| {
        let Some(typed) = typed_text(event) else { return };
        if let Some(input) = input.get_untracked().filter(|input| !is_focused(input)) {
            // The browser fills in every box for an address when one is chosen for another box.
            return input.set_value(&text.get_untracked());
        }
        text.set(typed);
        state.composing.set_value(is_composing(event));
        if let Some(code) = code.get_untracked() {
            (code.typed)(state, code);
        }
    };
    let on_keydown = move |event: &Event| {
        if let Some(code) = code.get_untracked() {
            (code.pressed)(state, code, event);
        } else if pressed_key(event).is_some_and(|key| key == "Enter") {
            // What Enter ends becomes a chip as soon as there are chips.
            text.update(|text| text.push_str(", "));
        }
    };
    let insert = move |event: &Event| {
        let Some(pasted) = inserted_text(event) else { return };
        if let Some(code) = code.get_untracked() {
            (code.inserted)(state, code, event, &pasted);
        } else {
            // The box would swallow line ends and run addresses together. A list is ended, so that its
            // last entry becomes a chip as well.
            let is_list = pasted.trim().contains([' ', ',', ';', '\t', '\n']);
            event.prevent_default();
            text.update(|text| {
                text.push_str(&pasted.replace('\n', ", "));
                text.push_str(if is_list { ", " } else { "" });
            });
        }
    };
    let on_mousedown = move |event: &Event| {
        // The free space of the control belongs to the box.
        if event.target() == event.current_target() {
            event.prevent_default();
            state.focus_box();
        }
    };
    let count = Memo::new(move |_| chips.with(Vec::len));
    let placeholder =
        Signal::derive(move || if count.get() == 0 { placeholder.get() } else { String::new() });
    view! {
        <div
            node_ref=container
            class="chips"
            class:is-invalid=move || invalid.get()
            class:is-disabled=move || disabled.get()
            on:mousedown=untyped(on_mousedown)
        >
            {move || code.get().map(|code| untrack(|| (code.list)(state, code)))}
            <input
                node_ref=input
                type="text"
                class="chips-box"
                id=id
                inputmode="email"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                dir="auto"
                placeholder=text_or_absent(placeholder)
                aria-required=true_or_absent(required)
                aria-invalid=true_or_absent(invalid)
                aria-describedby=text_or_absent(described_by)
                disabled=move || disabled.get()
                on:input=untyped(on_input)
                on:compositionend=untyped(on_input)
                on:keydown=untyped(on_keydown)
                on:paste=untyped(insert)
                on:drop=untyped(insert)
                on:blur=move |_| {
                    if is_left(input) && let Some(code) = code.get_untracked() {
                        (code.left)(state, code);
                    }
                }
            />
        </div>
        {move || code.get().map(|code| untrack(|| (code.notes)(state)))}
    }
}
