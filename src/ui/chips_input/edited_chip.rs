//! The text box that edits a chip.

use leptos::html::Input;
use leptos::prelude::*;
use web_sys::Event;

use super::changes::LONGEST_TEXT;
use super::chip::shortened;
use super::state::ChipsState;
use crate::ui::events::{pressed_key, untyped};

/// A text box in place of the chip. Enter, or leaving the box, saves the text. Escape discards it.
#[component]
pub(super) fn EditedChip(state: ChipsState, index: usize) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let original = state.entry(index);
    let label = state.labels().edit.run(shortened(&original));
    let has_error = state
        .chips
        .with_untracked(|chips| chips.get(index).is_some_and(|chip| chip.error.is_some()));
    let before = StoredValue::new(original.clone());
    let finish = move || {
        let original = before.try_get_value();
        if let Some((input, original)) = input.try_get_untracked().flatten().zip(original) {
            state.finish_edit(index, &original, &input.value());
        }
    };
    let on_keydown = move |event: &Event| match pressed_key(event).as_deref() {
        Some("Enter") => {
            event.prevent_default();
            finish();
            state.focus_after_edit(index);
        }
        Some("Escape") => {
            // One Escape closes one thing: a dialog around the chip stays open.
            event.prevent_default();
            event.stop_propagation();
            state.cancel_edit(index);
        }
        _ => {}
    };
    view! {
        <input
            node_ref=input
            type="text"
            class="chip-edit"
            id=state.edit_id()
            aria-label=label
            aria-invalid=has_error.then_some("true")
            aria-describedby=has_error.then(|| state.error_id(index))
            inputmode="email"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            dir="auto"
            maxlength=LONGEST_TEXT
            prop:value=original
            on:keydown=untyped(on_keydown)
            on:blur=move |_| finish()
        />
    }
}
