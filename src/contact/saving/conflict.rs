//! Begins and resolves the conflict after another user's save. Nothing is overwritten unseen.

use leptos::prelude::*;
use partner_portal_contract::ContactField;

use crate::contact::state::{
    ContactFormState,
    conflict::{Conflict, differences},
    contact_form::ContactForm,
    save_progress::SaveProgress,
};

/// Shows both versions. If they are equal, there is no conflict and the form counts as saved.
pub fn begin_conflict(state: ContactFormState, conflict: Conflict) {
    state.newer.set(None);
    state.typed.enter_boxes();
    let mine = state.typed.form.get_untracked();
    let theirs = ContactForm::of_document(&conflict.theirs);
    if differences(&conflict.base, &mine, &theirs).is_empty() {
        state.rebase(conflict.theirs, theirs);
        state.shown.reset();
        state.progress.set(SaveProgress::Saved);
    } else {
        state.progress.set(SaveProgress::Conflict(Box::new(conflict)));
    }
}

/// Ends the conflict. The fields `for_them` get the saved values. The other fields keep the form's
/// values, including text typed since the conflict began. The form is then ready to be saved.
pub fn resolve_conflict(state: ContactFormState, conflict: Conflict, for_them: &[ContactField]) {
    state.typed.enter_boxes();
    let theirs = ContactForm::of_document(&conflict.theirs);
    let mut merged = state.typed.form.get_untracked();
    for field in for_them {
        merged.copy_field_from(&theirs, *field);
    }
    state.rebase(conflict.theirs, theirs);
    state.typed.form.set(merged);
    state.progress.set(SaveProgress::Idle);
}

/// Compares the form with another user's newer save.
pub fn compare_with_newer(state: ContactFormState) {
    if let (Some(theirs), Some(base)) = (state.newer.get_untracked(), state.base.get_untracked()) {
        begin_conflict(state, Conflict { base: base.form, theirs: *theirs, may_move_focus: true });
    }
}
