//! A list of entries as chips, with a text box that adds entries.

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

use crate::reactive::memo;
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
/// Enter, comma, semicolon and leaving the box (also by Tab) turn the typed text into a chip.
/// Pasting a list adds several chips. The chips are one tab stop: the arrow keys move among them
/// and the box. On a chip, Enter or F2 edits it in place and Delete removes it. The control accepts
/// every text. A chip with an `error` stays in the list and is marked, with the reason below.
#[component]
pub fn ChipsInput(
    /// Id of the text box, to which the label points.
    id: &'static str,
    /// The entries, which may contain duplicates. This should be a memo, because every chip reads
    /// it.
    #[prop(into)]
    chips: Signal<Vec<Chip>>,
    /// Called with all entries after each change.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// The syntax by which a text is split into entries.
    syntax: &'static EntrySyntax,
    /// The text in the box that is not a chip yet.
    text: RwSignal<String>,
    /// True if at least one entry is required.
    #[prop(optional, into)]
    required: Signal<bool>,
    /// True if the field as a whole is refused.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Ids of the elements that describe the box; see [`crate::ui::described_by`].
    #[prop(optional, into)]
    described_by: Signal<String>,
    /// The texts of the control.
    labels: ChipsLabels,
    /// An example, shown while there are no chips and no text.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// True if the control accepts no input.
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
            // When the user chooses an autofill suggestion in one box, the browser fills in every
            // address box.
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
        // A press on the empty space of the control focuses the box.
        if event.target() == event.current_target() {
            event.prevent_default();
            state.focus_box();
        }
    };
    let count = memo(move || chips.with(Vec::len));
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
    // Keeps the text that was typed before the code was loaded.
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
