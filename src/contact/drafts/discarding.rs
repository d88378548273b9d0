//! Discards unsaved text, and restores it on request.

use leptos::prelude::*;

use crate::contact::{
    saving::begin_conflict,
    state::{ContactFormState, autosave::Discarded, conflict::Conflict},
};

/// Discards all unsaved text. [`undo_discard`] restores it.
pub fn discard_draft(state: ContactFormState) {
    let autosave = state.autosave();
    let Some(base) = state.base.get_untracked() else { return };
    let discarded = Discarded {
        typed: state.typed.snapshot(),
        base: base.form.clone(),
        base_revision: base.document.revision,
    };
    state.typed.restore(base.form);
    state.reset_errors();
    autosave.restored.set(None);
    autosave.discarded.set(Some(discarded));
}

/// Restores the discarded text. If another user has saved since, a conflict begins.
pub fn undo_discard(state: ContactFormState) {
    let discarded = state.autosave().discarded;
    let (Some(before), Some(base)) = (discarded.get_untracked(), state.base.get_untracked()) else {
        return;
    };
    state.typed.restore(before.typed);
    discarded.set(None);
    if base.document.revision != before.base_revision {
        let theirs = base.document;
        begin_conflict(state, Conflict { base: before.base, theirs, may_move_focus: true });
    }
}
