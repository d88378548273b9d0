//! What a chips input does; knows no view.

use leptos::html::Div;
use leptos::prelude::*;

use super::entries::{neighbour, replaced};
use super::{Chip, ChipsLabels};
use crate::ui::focus::{after_render, element_by_id, focus_and_show};

/// The state that the box and the chips share.
#[derive(Clone, Copy)]
pub(super) struct ChipsState {
    pub(super) chips: Signal<Vec<Chip>>,
    pub(super) labels: ChipsLabels,
    pub(super) disabled: Signal<bool>,
    /// The chip whose text is being edited.
    pub(super) editing: RwSignal<Option<usize>>,
    /// The chip that is the tab stop of the list.
    pub(super) stop: RwSignal<usize>,
    pub(super) announcement: RwSignal<String>,
    pub(super) container: NodeRef<Div>,
    id: &'static str,
    on_change: Callback<Vec<String>>,
    split: fn(&str) -> Vec<String>,
}

impl ChipsState {
    pub(super) fn new(
        id: &'static str,
        chips: Signal<Vec<Chip>>,
        on_change: Callback<Vec<String>>,
        split: fn(&str) -> Vec<String>,
        labels: ChipsLabels,
        disabled: Signal<bool>,
        container: NodeRef<Div>,
    ) -> Self {
        Self {
            chips,
            labels,
            disabled,
            editing: RwSignal::new(None),
            stop: RwSignal::new(0),
            announcement: RwSignal::new(String::new()),
            container,
            id,
            on_change,
            split,
        }
    }

    pub(super) fn count(self) -> usize {
        self.chips.with_untracked(Vec::len)
    }

    pub(super) fn text(self, index: usize) -> String {
        self.chips
            .with_untracked(|chips| chips.get(index).map(|chip| chip.text.clone()))
            .unwrap_or_default()
    }

    fn texts(self) -> Vec<String> {
        self.chips.with_untracked(|chips| chips.iter().map(|chip| chip.text.clone()).collect())
    }

    /// Adds the entries in a text; text without any adds nothing.
    pub(super) fn add(self, text: &str) {
        let added = (self.split)(text);
        if added.is_empty() {
            return;
        }
        let count = added.len();
        let mut texts = self.texts();
        texts.extend(added);
        self.on_change.run(texts);
        self.announcement.set(self.labels.added.run(count));
    }

    /// Removes an entry and moves focus first: an element that goes while it has focus
    /// throws focus out of the form.
    pub(super) fn remove(self, index: usize) {
        if self.disabled.get_untracked() {
            return;
        }
        match neighbour(index, self.count()) {
            Some(next) => self.focus_chip(next),
            None => self.focus_box(),
        }
        let text = self.text(index);
        self.on_change.run(replaced(self.texts(), index, Vec::new()));
        self.announcement.set(self.labels.removed.run(text));
    }

    pub(super) fn edit(self, index: usize) {
        if self.disabled.get_untracked() {
            return;
        }
        self.stop.set(index);
        self.editing.set(Some(index));
        let id = self.edit_id();
        self.focus_after_render(id);
    }

    /// Ends editing and takes the new text; an emptied entry is removed.
    pub(super) fn finish_edit(self, index: usize, text: &str) {
        if self.editing.get_untracked() != Some(index) {
            return;
        }
        self.editing.set(None);
        let by = (self.split)(text);
        if by.len() != 1 || by.first() != Some(&self.text(index)) {
            self.on_change.run(replaced(self.texts(), index, by));
        }
    }

    pub(super) fn cancel_edit(self, index: usize) {
        self.editing.set(None);
        self.focus_after_edit(index);
    }

    /// Returns to the chip that was edited, or to what is left when it was emptied.
    pub(super) fn focus_after_edit(self, index: usize) {
        let target = match self.count().checked_sub(1) {
            Some(last) => self.chip_id(index.min(last)),
            None => self.id.to_owned(),
        };
        self.focus_after_render(target);
    }

    pub(super) fn focus_chip(self, index: usize) {
        self.stop.set(index);
        self.focus(&self.chip_id(index));
    }

    pub(super) fn focus_box(self) {
        self.focus(self.id);
    }

    fn focus(self, id: &str) {
        let container = self.container.try_get_untracked().flatten();
        if let Some(target) = container.and_then(|container| element_by_id(&container, id)) {
            focus_and_show(&target);
        }
    }

    fn focus_after_render(self, id: String) {
        after_render(move || self.focus(&id));
    }

    pub(super) fn chip_id(self, index: usize) -> String {
        [self.id, "-chip-", &index.to_string()].concat()
    }

    pub(super) fn error_id(self, index: usize) -> String {
        [&self.chip_id(index), "-error"].concat()
    }

    pub(super) fn edit_id(self) -> String {
        [self.id, "-edit"].concat()
    }
}
