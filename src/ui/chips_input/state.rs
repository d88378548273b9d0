//! The state that the text box and the chips share, without views.

use leptos::html::{Div, Input};
use leptos::prelude::*;

use super::chip::chip_id;
use super::{Chip, ChipsLabels, EntrySyntax};
use crate::ui::focus::{after_render, element_by_id, focus_and_show};

/// The state of one chips input.
#[derive(Clone, Copy)]
pub(super) struct ChipsState {
    pub(super) id: &'static str,
    pub(super) syntax: &'static EntrySyntax,
    pub(super) chips: Signal<Vec<Chip>>,
    pub(super) on_change: Callback<Vec<String>>,
    /// The text in the box.
    pub(super) text: RwSignal<String>,
    /// True while an input method is composing the text.
    pub(super) composing: StoredValue<bool>,
    /// Stored in the arena to keep the handle small, because every closure of a chip carries a
    /// copy.
    labels: StoredValue<ChipsLabels>,
    pub(super) disabled: Signal<bool>,
    /// The chip whose text is being edited.
    pub(super) editing: RwSignal<Option<usize>>,
    /// The chip that is the tab stop of the list.
    pub(super) stop: RwSignal<Option<usize>>,
    /// The current announcement.
    pub(super) announcement: RwSignal<String>,
    /// The reason why a text was not inserted.
    pub(super) refusal: RwSignal<String>,
    /// The change that can be undone.
    pub(super) undo: RwSignal<Option<Undo>>,
    pub(super) container: NodeRef<Div>,
    pub(super) input: NodeRef<Input>,
}

/// A change that can be undone as long as nothing else has changed.
#[derive(Clone)]
pub(super) struct Undo {
    pub(super) before: Vec<String>,
    pub(super) after: Vec<String>,
    /// The chip that receives the focus after the undo; `None` for the box.
    pub(super) focus: Option<usize>,
    /// The description of the change.
    pub(super) message: String,
}

impl ChipsState {
    pub(super) fn new(
        id: &'static str,
        syntax: &'static EntrySyntax,
        chips: Signal<Vec<Chip>>,
        on_change: Callback<Vec<String>>,
        text: RwSignal<String>,
        labels: ChipsLabels,
        disabled: Signal<bool>,
    ) -> Self {
        Self {
            id,
            syntax,
            chips,
            on_change,
            text,
            composing: StoredValue::new(false),
            labels: StoredValue::new(labels),
            disabled,
            editing: RwSignal::new(None),
            stop: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
            refusal: RwSignal::new(String::new()),
            undo: RwSignal::new(None),
            container: NodeRef::new(),
            input: NodeRef::new(),
        }
    }

    pub(super) fn labels(self) -> ChipsLabels {
        self.labels.get_value()
    }

    /// Splits a text into entries.
    pub(super) fn split(self, text: &str) -> Vec<String> {
        (self.syntax.split)(text)
    }

    pub(super) fn count(self) -> usize {
        self.chips.with_untracked(Vec::len)
    }

    pub(super) fn entry(self, index: usize) -> String {
        self.chips
            .with_untracked(|chips| chips.get(index).map(|chip| chip.text.clone()))
            .unwrap_or_default()
    }

    pub(super) fn entries(self) -> Vec<String> {
        self.chips.with_untracked(|chips| chips.iter().map(|chip| chip.text.clone()).collect())
    }

    pub(super) fn focus_chip(self, index: usize) {
        self.stop.set(Some(index));
        self.focus(&self.chip_id(index));
    }

    pub(super) fn focus_box(self) {
        self.focus(self.id);
    }

    pub(super) fn focus_after_render(self, id: String) {
        after_render(move || self.focus(&id));
    }

    fn focus(self, id: &str) {
        let container = self.container.try_get_untracked().flatten();
        if let Some(target) = container.and_then(|container| element_by_id(&container, id)) {
            focus_and_show(&target);
        }
    }

    pub(super) fn chip_id(self, index: usize) -> String {
        chip_id(self.id, index)
    }

    pub(super) fn error_id(self, index: usize) -> String {
        [&self.chip_id(index), "-error"].concat()
    }

    pub(super) fn edit_id(self) -> String {
        [self.id, "-edit"].concat()
    }
}
