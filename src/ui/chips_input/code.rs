//! The door to what a chips input can do besides showing a box.

use leptos::prelude::*;
use web_sys::Event;

use super::chip_list::ChipList;
use super::notes::Notes;
use super::state::ChipsState;
use super::typing::{inserted, left, pressed, typed};

/// The code of a [`super::ChipsInput`], as plain functions: whoever has it can hand it over later
/// than the box.
#[derive(Clone, Copy)]
pub struct ChipsCode {
    /// Takes the entries out of typed or pasted text.
    pub(super) split: fn(&str) -> Vec<String>,
    /// What ends an entry while it is typed.
    pub(super) separators: &'static [char],
    /// The chips.
    pub(super) list: fn(ChipsState, ChipsCode) -> AnyView,
    /// What is said below the control.
    pub(super) notes: fn(ChipsState) -> AnyView,
    /// The text in the box has changed.
    pub(super) typed: fn(ChipsState, ChipsCode),
    /// A key was pressed in the box.
    pub(super) pressed: fn(ChipsState, ChipsCode, &Event),
    /// A text was pasted or dropped into the box.
    pub(super) inserted: fn(ChipsState, ChipsCode, &Event, &str),
    /// The box has lost the focus.
    pub(super) left: fn(ChipsState, ChipsCode),
}

impl ChipsCode {
    /// `split` takes the entries out of a text, and `separators` end one while it is typed.
    pub const fn new(split: fn(&str) -> Vec<String>, separators: &'static [char]) -> Self {
        Self {
            split,
            separators,
            list: |state, code| view! { <ChipList state code /> }.into_any(),
            notes: |state| view! { <Notes state /> }.into_any(),
            typed,
            pressed,
            inserted,
            left,
        }
    }
}
