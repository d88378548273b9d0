//! Adds, removes and edits entries of the list, and undoes changes.

use leptos::prelude::*;

use super::chip::{MOST_SHOWN, shortened};
use super::entries::{edited, neighbour, replaced};
use super::state::{ChipsState, Undo};

/// The maximum number of entries in a list, far more than a real list needs.
pub const MOST_ENTRIES: usize = 500;
/// The maximum length of a text that is added at once, in bytes: half of what an autosaved draft
/// can hold.
pub const LONGEST_TEXT: usize = 32 << 10;

impl ChipsState {
    /// Adds entries. An empty list changes nothing. If `can_undo` is true, the user can undo the
    /// change.
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

    /// Returns whether a text and its entries are within the limits. If they are not, shows and
    /// announces the reason.
    pub(super) fn takes(self, text: &str, entries: usize) -> bool {
        let takes = text.len() <= LONGEST_TEXT && self.count() + entries <= MOST_ENTRIES;
        if !takes {
            let message = self.labels().too_much.run((entries, text.chars().count()));
            self.announcement.set(message.clone());
            self.refusal.set(message);
        }
        takes
    }

    /// Clears the message about a text that was too long.
    pub(super) fn forget_refusal(self) {
        if self.refusal.with_untracked(|refusal| !refusal.is_empty()) {
            self.refusal.set(String::new());
            self.announcement.set(String::new());
        }
    }

    /// Removes an entry. The focus moves first, because removing a focused element would move the
    /// focus out of the form.
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

    /// Undoes the last removal or insertion, if nothing else has changed since.
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

    /// Ends editing of the entry that was `original` and replaces it with the new text. An entry
    /// whose text is empty is removed.
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

    /// Moves the focus to the edited chip, or to what is left if the chip was removed.
    pub(super) fn focus_after_edit(self, index: usize) {
        let target = match self.count().checked_sub(1) {
            Some(last) => self.chip_id(index.min(last)),
            None => self.id.to_owned(),
        };
        self.focus_after_render(target);
    }
}
