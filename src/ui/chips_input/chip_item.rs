//! Shows one chip, or the text box that edits it.

use leptos::prelude::*;

use crate::reactive::memo;
use web_sys::Event;

use super::chip::{Chip, MOST_SHOWN, shortened};
use super::edited_chip::EditedChip;
use super::state::ChipsState;
use crate::ui::direction::{Step, step};
use crate::ui::events::{pressed_key, untyped};
use crate::ui::focus::direction_around;
use crate::ui::icon::{Icon, IconName};

/// The chip at this index. Its entry can change while it is shown.
#[component]
pub(super) fn ChipItem(state: ChipsState, index: usize) -> impl IntoView {
    let is_edited = memo(move || state.editing.get() == Some(index));
    let is_invalid =
        move || state.chips.with(|chips| chips.get(index).is_some_and(|chip| chip.error.is_some()));
    view! {
        <li class="chip" class:is-invalid=is_invalid class:is-edited=move || is_edited.get()>
            {move || {
                if is_edited.get() {
                    view! { <EditedChip state index /> }.into_any()
                } else {
                    view! { <ShownChip state index /> }.into_any()
                }
            }}
        </li>
    }
}

#[component]
fn ShownChip(state: ChipsState, index: usize) -> impl IntoView {
    let chip = memo(move || {
        let shown = |chip: &Chip| Chip { text: shortened(&chip.text), error: chip.error.clone() };
        state.chips.with(|chips| chips.get(index).map(shown)).unwrap_or_default()
    });
    let text = move || chip.with(|chip: &Chip| chip.text.clone());
    let has_error = move || chip.with(|chip| chip.error.is_some());
    let is_stop = move || {
        let last = state.chips.with(Vec::len).saturating_sub(1);
        state.stop.get().unwrap_or_default().min(last) == index
    };
    let on_keydown = move |event: &Event| {
        let Some(key) = pressed_key(event) else { return };
        match key.as_str() {
            "Delete" | "Backspace" => state.remove(index),
            "Enter" | "F2" => state.edit(index),
            "Undo" => state.take_back(),
            key => {
                if !move_from(state, index, key) {
                    return;
                }
            }
        }
        event.prevent_default();
    };
    view! {
        <button
            type="button"
            class="chip-text"
            id=state.chip_id(index)
            tabindex=move || if is_stop() { "0" } else { "-1" }
            aria-label=move || state.labels().edit.run(text())
            aria-describedby=move || has_error().then(|| state.error_id(index))
            disabled=move || state.disabled.get()
            on:focus=move |_| state.stop.set(Some(index))
            on:click=move |_| state.edit(index)
            on:keydown=untyped(on_keydown)
        >
            {move || has_error().then(|| view! { <Icon name=IconName::Error /> })}
            <bdi>{text}</bdi>
        </button>
        // Not a tab stop, because Delete on the chip does the same from the keyboard.
        <button
            type="button"
            class="chip-remove"
            tabindex="-1"
            aria-label=move || state.labels().remove.run(text())
            disabled=move || state.disabled.get()
            on:click=move |_| state.remove(index)
        >
            <Icon name=IconName::Close />
        </button>
    }
}

/// Moves the focus among the chips, and from the last chip into the box. Returns whether the key
/// moves the focus.
fn move_from(state: ChipsState, index: usize, key: &str) -> bool {
    let direction = state
        .container
        .get_untracked()
        .map(|container| direction_around(&container))
        .unwrap_or_default();
    match step(key, direction) {
        Some(Step::Previous) => state.focus_chip(index.saturating_sub(1)),
        Some(Step::Next) if index + 1 < state.count().min(MOST_SHOWN) => {
            state.focus_chip(index + 1);
        }
        Some(Step::First) => state.focus_chip(0),
        Some(Step::Next | Step::Last) => state.focus_box(),
        None => return false,
    }
    true
}
