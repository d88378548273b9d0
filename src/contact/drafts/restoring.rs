//! Finds the draft of an earlier visit and restores it.

use leptos::prelude::*;
use partner_portal_contract::{ProblemCode, saved_draft::SavedDraft};

use super::{author::signed_in_author, retry_pause::next_retry_pause};
use crate::{
    api::ApiError,
    browser::sleep,
    contact::{
        saving::begin_conflict,
        state::{
            ContactFormState,
            autosave::{DraftStatus, FoundDraft},
            conflict::Conflict,
            draft_content::DraftContent,
        },
    },
};

/// Looks for the author's draft. Retries until the backend answers.
pub async fn restore_draft(state: ContactFormState, author: (String, String)) {
    let search = state.autosave().searches.begin();
    let is_latest = || search.is_current() && is_form_of(state, &author);
    let api = state.session.get_value().api.get_value();
    let mut pause = 0;
    let draft = loop {
        let answer = api.draft(&author.1).await;
        if !search.is_current() {
            return;
        }
        match answer {
            Ok(draft) => break draft,
            Err(error) if error.is(ProblemCode::NotPermitted) => return,
            Err(ApiError::Aborted) => return,
            Err(_) => pause = next_retry_pause(pause),
        }
        sleep(pause).await;
        if is_latest() {
            continue;
        }
        // If the session has ended, the search starts again with the next session.
        if search.is_current() && untrack(|| signed_in_author(state)).is_none() {
            state.autosave().is_search_interrupted.set_value(true);
        }
        return;
    };
    if !is_latest() {
        return;
    }
    match draft {
        None => state.autosave().set_server_draft(None),
        Some(draft) => restore_or_ask(state, draft),
    }
}

/// Returns `true` if the form is still this author's.
fn is_form_of(state: ContactFormState, author: &(String, String)) -> bool {
    state.base.with_untracked(Option::is_some)
        && untrack(|| signed_in_author(state)).as_ref() == Some(author)
}

/// Restores the draft, or asks the user if that would replace typed text.
fn restore_or_ask(state: ContactFormState, draft: SavedDraft) {
    let SavedDraft { form_version, content: text, base_revision, saved_at } = draft;
    let found = state.autosave().found;
    match DraftContent::parse(form_version, &text) {
        None => found.set(Some(FoundDraft::Unreadable { text, saved_at })),
        // The draft contains nothing unsaved, so the next save of a draft replaces it.
        Some(content) if is_saved(state, &content) => state.autosave().set_server_draft(Some(text)),
        Some(content) if state.is_dirty.get_untracked() => {
            let content = Box::new(content);
            found.set(Some(FoundDraft::Late { content, base_revision, saved_at }));
        }
        Some(content) => restore_content(state, content, base_revision, saved_at, false),
    }
}

fn is_saved(state: ContactFormState, content: &DraftContent) -> bool {
    let typed = content.form.to_input();
    let is_typed_into = content.boxes.iter().any(|text| !text.is_empty());
    let saved = state.base.with_untracked(|base| base.as_ref().map(|base| base.form.to_input()));
    !is_typed_into && (Some(&typed) == saved.as_ref() || typed == content.base.to_input())
}

/// Replaces the form's content with a draft. If the contact information has changed since, a
/// conflict begins, which gets the focus if `may_move_focus`.
fn restore_content(
    state: ContactFormState,
    content: DraftContent,
    base_revision: u64,
    saved_at: String,
    may_move_focus: bool,
) {
    let Some(base) = state.base.get_untracked() else { return };
    let text = content.to_json();
    state.typed.restore(content.snapshot());
    let autosave = state.autosave();
    autosave.restored.set(Some(saved_at.clone()));
    autosave.status.set(DraftStatus::Kept(saved_at));
    if base.document.revision != base_revision {
        let theirs = base.document;
        begin_conflict(state, Conflict { base: content.base, theirs, may_move_focus });
    }
    autosave.set_server_draft(Some(text));
}

/// Replaces the form's content with the draft found on the server.
pub fn use_found_draft(state: ContactFormState) {
    let found = state.autosave().found;
    if let Some(FoundDraft::Late { content, base_revision, saved_at }) = found.get_untracked() {
        found.set(None);
        restore_content(state, *content, base_revision, saved_at, true);
    }
}

/// Keeps the form's content and drops the draft found on the server.
pub fn drop_found_draft(state: ContactFormState) {
    let autosave = state.autosave();
    if let Some(found) = autosave.found.get_untracked() {
        let text = match found {
            FoundDraft::Late { content, .. } => content.to_json(),
            FoundDraft::Unreadable { text, .. } => text,
        };
        autosave.found.set(None);
        // The server still has this draft, so the next step replaces or deletes it.
        autosave.set_server_draft(Some(text));
    }
}
