//! Saves the draft after a pause in typing (debounce).

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{ProblemCode, saved_draft::DraftToSave};

use crate::{
    api::ApiError,
    browser::{on_leaving, sleep},
    contact::{
        saving::begin_conflict,
        state::{
            ContactFormState,
            autosave::{Discarded, DraftStatus, LastWords},
            conflict::Conflict,
            draft_content::{DraftContent, FORM_VERSION},
            save_progress::SaveProgress,
            typed::Snapshot,
        },
    },
    reactive::{effect, memo},
};

/// The pause in typing after which the draft is saved, in milliseconds.
const PAUSE: u32 = 800;
/// The pause before the first retry after a failure, in milliseconds. It doubles up to
/// [`LAST_RETRY`].
const FIRST_RETRY: u32 = 2_000;
const LAST_RETRY: u32 = 60_000;

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
        let Some(author) = state.author().filter(|_| can_edit) else { return before };
        let is_interrupted =
            autosave.is_interrupted.try_update_value(std::mem::take).unwrap_or_default();
        if is_interrupted || before.as_ref() != Some(&author) {
            autosave.is_ready.set(false);
            spawn_local(state.restore(author.clone()));
        }
        Some(author)
    });
    let author = memo(move || state.author());
    effect(move || {
        state.typed.track();
        author.get();
        if autosave.is_ready.get() && state.is_loaded() {
            spawn_local(state.keep_after(PAUSE));
        }
    });
    // Text typed just before the portal is unmounted is saved too.
    on_cleanup(move || {
        if let Some((_, account)) = untrack(|| state.author()) {
            state.keep_at_the_end(account);
        }
    });
    on_leaving(move || {
        if let Some((_, account)) = untrack(|| state.author()) {
            state.keep_at_the_end(account);
        }
    });
}

impl ContactFormState {
    /// Returns the ids of the user and the account. `None` if the user is signed out.
    pub(super) fn author(self) -> Option<(String, String)> {
        let session = self.session.get_value();
        let user = session.session()?.user.id;
        Some((user, session.account_id()))
    }

    /// Returns the draft to save now. `None` if there is no unsaved text.
    pub(super) fn content_to_keep(self) -> Option<String> {
        let base = self.base.get_untracked()?.form;
        self.is_dirty.get_untracked().then(|| {
            let Snapshot { form, texts } = self.typed.snapshot();
            DraftContent { form, boxes: texts.to_vec(), base }.write()
        })
    }

    /// Saves the draft after the pause, unless the user continues to type. Retries after a failure.
    pub(super) async fn keep_after(self, mut pause: u32) {
        let autosave = self.autosave();
        let edit = autosave.edits.begin();
        loop {
            sleep(pause).await;
            if !edit.is_current() {
                return;
            }
            // A pending draft request must finish first, because this one replaces it. A pending
            // submit makes the draft unnecessary unless it fails.
            let is_submitting = self.progress.with_untracked(|it| *it == SaveProgress::Saving);
            if autosave.is_sending.get_value() || is_submitting {
                pause = PAUSE;
                continue;
            }
            match self.keep().await {
                Err(error) if can_pass(&error) => pause = next_retry(pause),
                _ => return,
            }
        }
    }

    /// Sends the account's unsaved draft at once, because the page, the portal or the account may
    /// be left before the pause in typing ends. If the user stays after all, the draft is saved
    /// again after the pause.
    pub(in crate::contact) fn keep_at_the_end(self, account: String) {
        let autosave = self.autosave();
        let content = self.content_to_keep();
        let is_kept = autosave.kept.with_value(|kept| *kept == content);
        let last_words = LastWords::Sent(content.clone());
        let is_sent = autosave.last_words.with_value(|sent| *sent == last_words);
        let is_submitting = self.progress.with_untracked(|it| *it == SaveProgress::Saving);
        let is_ready = autosave.is_ready.get_untracked();
        let Some(base) = self.base.get_untracked() else { return };
        if is_kept || is_sent || is_submitting || !is_ready {
            return;
        }
        autosave.last_words.set_value(last_words);
        let draft = content.map(|content| draft_of(content, base.document.revision));
        let api = self.session.get_value().api.get_value();
        spawn_local(async move {
            if api.keep_beyond_page(&account, draft.as_ref()).await.is_err() {
                // The request may outlive the portal.
                let _ = autosave.last_words.try_set_value(LastWords::None);
            }
        });
    }

    async fn keep(self) -> Result<(), ApiError> {
        let autosave = self.autosave();
        let content = self.content_to_keep();
        let (Some(author), Some(base)) = (untrack(|| self.author()), self.base.get_untracked())
        else {
            return Ok(());
        };
        if autosave.kept.with_value(|kept| *kept == content) {
            return Ok(());
        }
        if content.is_some() {
            autosave.discarded.set(None);
        }
        autosave.status.set(DraftStatus::Saving);
        autosave.is_sending.set_value(true);
        let outcome = self.send_draft(author, content, base.document.revision).await;
        autosave.is_sending.set_value(false);
        outcome
    }

    /// Saves the author's draft, or deletes it if there is nothing to save.
    async fn send_draft(
        self,
        author: (String, String),
        content: Option<String>,
        base_revision: u64,
    ) -> Result<(), ApiError> {
        let autosave = self.autosave();
        let api = self.session.get_value().api.get_value();
        let account = &author.1;
        let answer = match content.clone() {
            None => api.delete_draft(account).await.map(|()| DraftStatus::None),
            Some(content) => {
                let draft = draft_of(content, base_revision);
                api.save_draft(account, &draft).await.map(|kept| DraftStatus::Kept(kept.saved_at))
            }
        };
        // If another user has signed in, this answer is about a different draft.
        if untrack(|| self.author()).as_ref() != Some(&author) {
            return Ok(());
        }
        let revision =
            self.base.with_untracked(|base| base.as_ref().map(|it| it.document.revision));
        match answer {
            // A submit has overtaken this draft and saved its content, so the draft is deleted.
            Ok(_) if revision != Some(base_revision) && content.is_some() => {
                api.delete_draft(account).await
            }
            Ok(status) => {
                autosave.kept.set_value(content);
                autosave.last_words.set_value(LastWords::None);
                autosave.status.set(status);
                Ok(())
            }
            Err(error) => {
                autosave.status.set(DraftStatus::Failed(error.clone()));
                Err(error)
            }
        }
    }

    /// Discards all unsaved text. [`Self::undo_discard`] restores it.
    pub fn discard_draft(self) {
        let autosave = self.autosave();
        let Some(base) = self.base.get_untracked() else { return };
        let discarded = Discarded {
            typed: self.typed.snapshot(),
            base: base.form.clone(),
            base_revision: base.document.revision,
        };
        self.typed.restore(base.form);
        self.forget_errors();
        autosave.restored.set(None);
        autosave.discarded.set(Some(discarded));
    }

    /// Restores the discarded text. If another user has saved since, a conflict begins.
    pub fn undo_discard(self) {
        let discarded = self.autosave().discarded;
        let (Some(before), Some(base)) = (discarded.get_untracked(), self.base.get_untracked())
        else {
            return;
        };
        self.typed.restore(before.typed);
        discarded.set(None);
        if base.document.revision != before.base_revision {
            let theirs = base.document;
            begin_conflict(self, Conflict { base: before.base, theirs, is_asked: true });
        }
    }
}

/// Returns `true` if a retry may succeed.
fn can_pass(error: &ApiError) -> bool {
    !error.is(ProblemCode::BodyTooLarge) && !error.is(ProblemCode::NotPermitted)
}

pub(super) fn next_retry(pause: u32) -> u32 {
    (pause * 2).clamp(FIRST_RETRY, LAST_RETRY)
}

fn draft_of(content: String, base_revision: u64) -> DraftToSave {
    DraftToSave { form_version: FORM_VERSION, content, base_revision }
}
