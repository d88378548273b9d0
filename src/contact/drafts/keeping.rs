//! Begins to save drafts when a user begins to edit.

use leptos::{prelude::*, task::spawn_local};

use super::{
    author::signed_in_author,
    restoring::restore_draft,
    sending::{save_draft_after_pause, send_draft_before_leaving},
};
use crate::{
    browser::on_leaving,
    contact::state::ContactFormState,
    reactive::{effect, memo},
};

/// Looks for a draft whenever a user begins to edit, and saves drafts from then on.
pub fn keep_drafts(state: ContactFormState) {
    let autosave = state.autosave();
    let session = state.session.get_value();
    Effect::new(move |before: Option<Option<(String, String)>>| {
        if !state.is_loaded() {
            return None;
        }
        let before = before.flatten();
        let can_edit = session.completion().is_some_and(|completion| completion.can_edit);
        // When a session ends, the text stays on the screen. Saving continues after the user has
        // signed in.
        let Some(author) = signed_in_author(state).filter(|_| can_edit) else { return before };
        let is_interrupted =
            autosave.is_search_interrupted.try_update_value(std::mem::take).unwrap_or_default();
        if is_interrupted || before.as_ref() != Some(&author) {
            autosave.is_server_draft_known.set(false);
            spawn_local(restore_draft(state, author.clone()));
        }
        Some(author)
    });
    let author = memo(move || signed_in_author(state));
    effect(move || {
        state.typed.track();
        author.get();
        if autosave.is_server_draft_known.get() && state.is_loaded() {
            spawn_local(save_draft_after_pause(state));
        }
    });
    // Text typed just before the portal is unmounted is saved too.
    on_cleanup(move || {
        if let Some((_, account)) = untrack(|| signed_in_author(state)) {
            send_draft_before_leaving(state, account);
        }
    });
    on_leaving(move || {
        if let Some((_, account)) = untrack(|| signed_in_author(state)) {
            send_draft_before_leaving(state, account);
        }
    });
}
