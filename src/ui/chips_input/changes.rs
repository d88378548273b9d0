//! Changes to the list: add, remove, edit, and take back.

use leptos::prelude::*;

use super::chip::shortened;
use super::entries::{edited, neighbour, replaced};
use super::state::{ChipsState, MOST_SHOWN, Undo};

/// The most entries of a list: enough for everything that somebody could mean.
pub const MOST_ENTRIES: usize = 500;
/// The longest text that is taken at once, in bytes: half of what a saved draft can hold.
pub const LONGEST_TEXT: usize = 32 << 10;

impl ChipsState {
    /// Adds entries; none is no change. When `can_undo`, it can be taken back.
    pub(super) fn add(self, added: Vec<String>, can_undo: bool) {
        self.forget_refusal();
        if added.is_empty() {
            return;
        }
        let message = self.labels().added.run(added.len());
        let before = self.entries();
        let after = [before.clone(), added].concat();
        self.announcement.set(message.clone());
        self.undo.set(can_undo.then(|| Undo {
            before,
            after: after.clone(),
            focus: None,
            message,
        }));
        self.on_change.run(after);
    }

    /// Whether a text and the entries in it are little enough; says so when they are too much.
    pub(super) fn takes(self, text: &str, entries: usize) -> bool {
        let takes = text.len() <= LONGEST_TEXT && self.count() + entries <= MOST_ENTRIES;
        if !takes {
            let message = self.labels().too_much.run((entries, text.chars().count()));
            self.announcement.set(message.clone());
            self.refusal.set(message);
        }
        takes
    }

    /// What was too much is no longer of interest.
    pub(super) fn forget_refusal(self) {
        if self.refusal.with_untracked(|refusal| !refusal.is_empty()) {
            self.refusal.set(String::new());
            self.announcement.set(String::new());
        }
    }

    /// Removes an entry and moves focus first: an element that goes while it has focus
    /// throws focus out of the form.
    pub(super) fn remove(self, index: usize) {
        if self.disabled.get_untracked() {
            return;
        }
        match neighbour(index, self.count()) {
            Some(next) => self.focus_chip(next.min(MOST_SHOWN - 1)),
            None => self.focus_box(),
        }
        let message = self.labels().removed.run(shortened(&self.entry(index)));
        let before = self.entries();
        let after = replaced(before.clone(), index, Vec::new());
        self.announcement.set(message.clone());
        self.undo.set(Some(Undo { before, after: after.clone(), focus: Some(index), message }));
        self.on_change.run(after);
    }

    /// Takes the last removal or insertion back, if nothing else has changed since.
    pub(super) fn take_back(self) {
        let Some(undo) = self.undo.get_untracked().filter(|undo| undo.after == self.entries())
        else {
            return;
        };
        self.undo.set(None);
        self.on_change.run(undo.before);
        self.announcement.set(self.labels().undone.get_untracked());
        let target = undo.focus.map_or_else(|| self.id.to_owned(), |index| self.chip_id(index));
        self.stop.set(undo.focus);
        self.focus_after_render(target);
    }

    pub(super) fn edit(self, index: usize) {
        if self.disabled.get_untracked() {
            return;
        }
        self.stop.set(Some(index));
        self.editing.set(Some(index));
        self.focus_after_render(self.edit_id());
    }

    /// Ends editing of what was `original`, and takes the new text; an emptied entry is removed.
    pub(super) fn finish_edit(self, index: usize, original: &str, text: &str) {
        if self.editing.get_untracked() != Some(index) {
            return;
        }
        self.editing.set(None);
        let mut by = self.split(text);
        if self.count() + by.len() > MOST_ENTRIES + 1 {
            by = vec![text.to_owned()];
        }
        if !matches!(by.as_slice(), [one] if one == original) {
            self.undo.set(None);
            self.on_change.run(edited(self.entries(), index, original, by));
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
}
