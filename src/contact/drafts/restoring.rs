//! Finds the draft of an earlier visit and restores it.

use leptos::prelude::*;
use partner_portal_contract::{ProblemCode, saved_draft::SavedDraft};

use super::keeping::next_retry;
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

impl ContactFormState {
    /// Looks for the author's draft. Retries until the backend answers.
    pub(super) async fn restore(self, author: (String, String)) {
        let search = self.autosave().searches.begin();
        let is_latest = || search.is_current() && self.is_still(&author);
        let api = self.session.get_value().api.get_value();
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
                Err(_) => pause = next_retry(pause),
            }
            sleep(pause).await;
            if is_latest() {
                continue;
            }
            // If the session has ended, the search starts again with the next session.
            if search.is_current() && untrack(|| self.author()).is_none() {
                self.autosave().is_interrupted.set_value(true);
            }
            return;
        };
        if !is_latest() {
            return;
        }
        match draft {
            None => self.begin_keeping(None),
            Some(draft) => self.consider(draft),
        }
    }

    /// Returns `true` if the form is still this author's.
    fn is_still(self, author: &(String, String)) -> bool {
        self.base.with_untracked(Option::is_some)
            && untrack(|| self.author()).as_ref() == Some(author)
    }

    fn begin_keeping(self, kept: Option<String>) {
        let autosave = self.autosave();
        autosave.kept.set_value(kept);
        autosave.is_ready.set(true);
    }

    fn consider(self, draft: SavedDraft) {
        let SavedDraft { form_version, content: text, base_revision, saved_at } = draft;
        let found = self.autosave().found;
        match DraftContent::read(form_version, &text) {
            None => found.set(Some(FoundDraft::Unreadable { text, saved_at })),
            // The draft contains nothing unsaved, so the next save of a draft replaces it.
            Some(content) if self.is_saved(&content) => self.begin_keeping(Some(text)),
            Some(content) if self.is_dirty.get_untracked() => {
                let content = Box::new(content);
                found.set(Some(FoundDraft::Late { content, base_revision, saved_at }));
            }
            Some(content) => self.put_in(content, base_revision, saved_at, false),
        }
    }

    fn is_saved(self, content: &DraftContent) -> bool {
        let typed = content.form.to_draft();
        let is_typed_into = content.boxes.iter().any(|text| !text.is_empty());
        let saved = self.base.with_untracked(|base| base.as_ref().map(|it| it.form.to_draft()));
        !is_typed_into && (Some(&typed) == saved.as_ref() || typed == content.base.to_draft())
    }

    /// Puts a draft into the form. If the contact information has changed since, a conflict begins.
    fn put_in(self, content: DraftContent, base_revision: u64, saved_at: String, is_asked: bool) {
        let Some(base) = self.base.get_untracked() else { return };
        let kept = content.write();
        self.typed.restore(content.snapshot());
        let autosave = self.autosave();
        autosave.restored.set(Some(saved_at.clone()));
        autosave.status.set(DraftStatus::Kept(saved_at));
        if base.document.revision != base_revision {
            let theirs = base.document;
            begin_conflict(self, Conflict { base: content.base, theirs, is_asked });
        }
        self.begin_keeping(Some(kept));
    }

    /// Replaces the form's content with the draft found on the server.
    pub fn use_found_draft(self) {
        let found = self.autosave().found;
        if let Some(FoundDraft::Late { content, base_revision, saved_at }) = found.get_untracked() {
            found.set(None);
            self.put_in(*content, base_revision, saved_at, true);
        }
    }

    /// Keeps the form's content and drops the draft found on the server.
    pub fn drop_found_draft(self) {
        let autosave = self.autosave();
        if let Some(found) = autosave.found.get_untracked() {
            let text = match found {
                FoundDraft::Late { content, .. } => content.write(),
                FoundDraft::Unreadable { text, .. } => text,
            };
            autosave.found.set(None);
            // The server still has this draft, so the next step replaces or deletes it.
            self.begin_keeping(Some(text));
        }
    }
}
