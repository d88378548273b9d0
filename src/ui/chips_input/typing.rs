//! Turns text in the box into chips.

use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement};

use super::changes::LONGEST_TEXT;
use super::chip::MOST_SHOWN;
use super::entries::{behind_last_separator, inserted};
use super::state::ChipsState;
use crate::ui::Direction;
use crate::ui::direction::{Step, step};
use crate::ui::events::pressed_key;
use crate::ui::focus::direction_around;

/// Turns the text in the box into entries once it contains a separator. It checks the text and not
/// the keys, because on-screen keyboards do not report keys. Text that is being composed is not
/// split, because writing to the box would end the composition.
pub(super) fn end_typed_entry(state: ChipsState) {
    if state.composing.get_value() {
        return;
    }
    if state.text.with_untracked(|text| text.contains(state.syntax.separators)) {
        commit_box(state);
    } else {
        state.forget_refusal();
    }
}

/// Handles a key pressed in the box.
pub(super) fn press_key(state: ChipsState, event: &Event) {
    let (Some(input), Some(key)) = (state.input.get_untracked(), pressed_key(event)) else {
        return;
    };
    let ends_entry = || {
        let mut chars = key.chars();
        let only = chars.next().filter(|_| chars.next().is_none());
        key == "Enter" || only.is_some_and(|only| state.syntax.separators.contains(&only))
    };
    if key == "Undo" && input.value().is_empty() {
        state.take_back();
    } else if state.count() > 0 && leaves_box(&key, &input) {
        state.focus_chip(state.count().min(MOST_SHOWN) - 1);
    } else if ends_entry() {
        commit_box(state);
    } else {
        return;
    }
    event.prevent_default();
}

/// Turns pasted or dropped text into entries. Text that is not a list is left to the browser.
pub(super) fn insert_text(state: ChipsState, event: &Event, pasted: &str) {
    let Some(input) = state.input.get_untracked() else { return };
    let is_list = || {
        let pasted = pasted.trim();
        pasted.contains(|c: char| c.is_whitespace() || state.syntax.separators.contains(&c))
    };
    // A text box drops line ends, which would join the addresses.
    if pasted.len() <= LONGEST_TEXT && !is_list() {
        return;
    }
    event.prevent_default();
    let selection = (
        input.selection_start().ok().flatten().unwrap_or(u32::MAX) as usize,
        input.selection_end().ok().flatten().unwrap_or(u32::MAX) as usize,
    );
    let text = inserted(&input.value(), selection, pasted);
    let entries = state.split(&text);
    if state.takes(&text, entries.len()) {
        state.text.set(String::new());
        state.add(entries, true);
    }
}

/// Adds the entries of the text that the box held before the chips were drawn. An unfinished entry
/// stays in the box. The user can undo a list, as with a pasted list.
pub(super) fn catch_up(state: ChipsState) {
    let Some(text) = state.text.try_get_untracked().filter(|text| !text.is_empty()) else { return };
    let input = state.input.get_untracked();
    let is_typing = input.as_ref().is_some_and(|input| input.matches(":focus").unwrap_or_default());
    let end =
        if is_typing { behind_last_separator(&text, state.syntax.separators) } else { text.len() };
    let entries = state.split(&text[..end]);
    let is_list = entries.len() > 1;
    let caret = input.as_ref().map(caret_from_end);
    add_from_box(state, &text[..end], entries, &text[end..], is_list);
    if let Some((input, caret)) = input.zip(caret).filter(|_| is_typing && end > 0) {
        let rest = state.text.get_untracked();
        let at = length(&rest).saturating_sub(caret);
        input.set_value(&rest);
        // Fails only for inputs that are not text boxes.
        let _ = input.set_selection_range(at, at);
    }
}

/// Returns the distance of the caret from the end of the text, in UTF-16 code units.
fn caret_from_end(input: &HtmlInputElement) -> u32 {
    let length = length(&input.value());
    length - input.selection_end().ok().flatten().unwrap_or(length).min(length)
}

/// Returns the length of a text in UTF-16 code units, as the browser counts it.
fn length(text: &str) -> u32 {
    text.encode_utf16().count().try_into().unwrap_or(u32::MAX)
}

/// Turns all text in the box into entries.
pub(super) fn commit_box(state: ChipsState) {
    let text = state.text.get_untracked();
    add_from_box(state, &text, state.split(&text), "", false);
}

/// Adds the entries of a text and leaves only `rest` in the box. If the text is too much, the box
/// keeps all of it.
fn add_from_box(state: ChipsState, text: &str, entries: Vec<String>, rest: &str, can_undo: bool) {
    if !text.is_empty() && state.takes(text, entries.len()) {
        state.text.set(rest.trim_start().to_owned());
        state.add(entries, can_undo);
    }
}

/// Returns whether a key pressed at an edge of the box moves the focus to the chip before it. The
/// text in the box may have another direction than the page. The edge next to the chips is the
/// start of the text only if the two directions are equal.
fn leaves_box(key: &str, input: &HtmlInputElement) -> bool {
    // Most keys are letters. Checking the key first avoids slower queries to the browser.
    if !["Backspace", "ArrowLeft", "ArrowRight"].contains(&key) {
        return false;
    }
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
    let runs_rtl = input.matches(":dir(rtl)").unwrap_or_default();
    let facing_edge =
        if runs_rtl == (direction == Direction::Rtl) { 0 } else { length(&input.value()) };
    start == Some(facing_edge) && step(key, direction) == Some(Step::Previous)
}
