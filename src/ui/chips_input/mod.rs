//! A list of entries as chips, with a text box that adds to it.

mod changes;
mod chip;
mod chip_item;
mod chip_list;
mod edited_chip;
mod entries;
mod notes;
mod state;
mod syntax;
mod typing;

use leptos::prelude::*;
use web_sys::Event;

use crate::ui::attributes::{bind_value, text_or_absent, true_or_absent};
use crate::ui::events::{inserted_text, is_composing, typed_text, untyped};
use crate::ui::first_view::text_box;
use crate::ui::focus::{after_render, is_focused, is_left};
pub use changes::{LONGEST_TEXT, MOST_ENTRIES};
pub use chip::{Chip, ChipsLabels, chip_id, shortened};
use chip_list::ChipList;
use notes::Notes;
use state::ChipsState;
pub use syntax::EntrySyntax;
use typing::{catch_up, commit_box, end_typed_entry, insert_text, press_key};

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
    /// How a text is read as entries.
    syntax: &'static EntrySyntax,
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
    let state = ChipsState::new(id, syntax, chips, on_change, text, labels, disabled);
    let input = state.input;
    bind_value(input, text.into());
    after_render(move || catch_up(state));

    let on_input = move |event: &Event| {
        let Some(typed) = typed_text(event) else { return };
        if let Some(input) = input.get_untracked().filter(|input| !is_focused(input)) {
            // The browser fills in every box for an address when one is chosen for another box.
            return input.set_value(&text.get_untracked());
        }
        text.set(typed);
        state.composing.set_value(is_composing(event));
        end_typed_entry(state);
    };
    let on_insert = move |event: &Event| {
        if let Some(pasted) = inserted_text(event) {
            insert_text(state, event, &pasted);
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
    let attributes = view! {
        <{..}
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
            on:keydown=untyped(move |event| press_key(state, event))
            on:paste=untyped(on_insert)
            on:drop=untyped(on_insert)
            on:blur=move |_| {
                if is_left(input) {
                    commit_box(state);
                }
            }
        />
    };
    // What was typed before the code was there.
    let text_box = text_box(id, attributes, move |typed| text.set(typed));
    view! {
        <div
            node_ref=state.container
            class="chips"
            class:is-invalid=move || invalid.get()
            class:is-disabled=move || disabled.get()
            on:mousedown=untyped(on_mousedown)
        >
            <ChipList state />
            {text_box}
        </div>
        <Notes state />
    }
}
