//! Saves the draft after a pause in typing (debounce).

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{ProblemCode, saved_draft::DraftToSave};

use super::{author::signed_in_author, retry_pause::next_retry_pause};
use crate::{
    api::ApiError,
    browser::sleep,
    contact::state::{
        ContactFormState,
        autosave::{DraftStatus, LeavingRequest},
        draft_content::{DraftContent, FORM_VERSION},
        save_progress::SaveProgress,
        typed::Snapshot,
    },
};

/// The pause in typing after which the draft is saved, in milliseconds.
const PAUSE: u32 = 800;

/// Returns the draft to save now. `None` if there is no unsaved text.
fn unsaved_content(state: ContactFormState) -> Option<String> {
    let base = state.base.get_untracked()?.form;
    state.is_dirty.get_untracked().then(|| {
        let Snapshot { form, texts } = state.typed.snapshot();
        DraftContent { form, boxes: texts.to_vec(), base }.to_json()
    })
}

/// Saves the draft after the pause, unless the user continues to type. Retries after a failure.
pub async fn save_draft_after_pause(state: ContactFormState) {
    let mut pause = PAUSE;
    let autosave = state.autosave();
    let edit = autosave.edits.begin();
    loop {
        sleep(pause).await;
        if !edit.is_current() {
            return;
        }
        // A pending draft request must finish first, because this one replaces it. A pending submit
        // makes the draft unnecessary unless it fails.
        let is_submitting =
            state.progress.with_untracked(|progress| *progress == SaveProgress::Saving);
        if autosave.is_sending.get_value() || is_submitting {
            pause = PAUSE;
            continue;
        }
        match save_draft(state).await {
            Err(error) if can_pass(&error) => pause = next_retry_pause(pause),
            _ => return,
        }
    }
}

/// Sends the account's unsaved draft at once, because the page, the portal or the account may be
/// left before the pause in typing ends. If the user stays after all, the draft is saved again
/// after the pause.
pub fn send_draft_before_leaving(state: ContactFormState, account: String) {
    let autosave = state.autosave();
    let content = unsaved_content(state);
    let is_saved = autosave.server_draft.with_value(|draft| *draft == content);
    let request = LeavingRequest::Sent(content.clone());
    let is_sent = autosave.leaving_request.with_value(|sent| *sent == request);
    let is_submitting = state.progress.with_untracked(|progress| *progress == SaveProgress::Saving);
    let is_server_draft_known = autosave.is_server_draft_known.get_untracked();
    let Some(base) = state.base.get_untracked() else { return };
    if is_saved || is_sent || is_submitting || !is_server_draft_known {
        return;
    }
    autosave.leaving_request.set_value(request);
    let draft = content.map(|content| draft_to_save(content, base.document.revision));
    let api = state.session.get_value().api.get_value();
    spawn_local(async move {
        if api.keep_beyond_page(&account, draft.as_ref()).await.is_err() {
            // The request may outlive the portal.
            let _ = autosave.leaving_request.try_set_value(LeavingRequest::None);
        }
    });
}

async fn save_draft(state: ContactFormState) -> Result<(), ApiError> {
    let autosave = state.autosave();
    let content = unsaved_content(state);
    let (Some(author), Some(base)) =
        (untrack(|| signed_in_author(state)), state.base.get_untracked())
    else {
        return Ok(());
    };
    if autosave.server_draft.with_value(|draft| *draft == content) {
        return Ok(());
    }
    if content.is_some() {
        autosave.discarded.set(None);
    }
    autosave.status.set(DraftStatus::Saving);
    autosave.is_sending.set_value(true);
    let outcome = send_draft(state, author, content, base.document.revision).await;
    autosave.is_sending.set_value(false);
    outcome
}

/// Saves the author's draft, or deletes it if there is nothing to save.
async fn send_draft(
    state: ContactFormState,
    author: (String, String),
    content: Option<String>,
    base_revision: u64,
) -> Result<(), ApiError> {
    let autosave = state.autosave();
    let api = state.session.get_value().api.get_value();
    let account = &author.1;
    let answer = match content.clone() {
        None => api.delete_draft(account).await.map(|()| DraftStatus::None),
        Some(content) => {
            let draft = draft_to_save(content, base_revision);
            api.save_draft(account, &draft).await.map(|kept| DraftStatus::Kept(kept.saved_at))
        }
    };
    // If another user has signed in, this answer is about a different draft.
    if untrack(|| signed_in_author(state)).as_ref() != Some(&author) {
        return Ok(());
    }
    let revision =
        state.base.with_untracked(|base| base.as_ref().map(|base| base.document.revision));
    match answer {
        // A submit has overtaken this draft and saved its content, so the draft is deleted.
        Ok(_) if revision != Some(base_revision) && content.is_some() => {
            api.delete_draft(account).await
        }
        Ok(status) => {
            autosave.server_draft.set_value(content);
            autosave.leaving_request.set_value(LeavingRequest::None);
            autosave.status.set(status);
            Ok(())
        }
        Err(error) => {
            autosave.status.set(DraftStatus::Failed(error.clone()));
            Err(error)
        }
    }
}

/// Returns `true` if a retry may succeed.
fn can_pass(error: &ApiError) -> bool {
    !error.is(ProblemCode::BodyTooLarge) && !error.is(ProblemCode::NotPermitted)
}

fn draft_to_save(content: String, base_revision: u64) -> DraftToSave {
    DraftToSave { form_version: FORM_VERSION, content, base_revision }
}
