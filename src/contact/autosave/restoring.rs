//! Finds the draft of an earlier visit and puts it into the form.

use leptos::prelude::*;
use partner_portal_contract::{ProblemCode, saved_draft::SavedDraft};

use super::{DraftContent, DraftStatus, FoundDraft, keeping::next_retry};
use crate::{
    api::ApiError,
    browser::sleep,
    contact::{conflict::Conflict, state::ContactFormState},
};

impl ContactFormState {
    /// Looks for this author's draft, as often as it takes.
    pub(super) async fn restore(self, author: (String, String)) {
        let search = self.autosave().search;
        let this = search.get_value() + 1;
        search.set_value(this);
        let is_latest = || search.try_get_value() == Some(this) && self.is_still(&author);
        let api = self.session.get_value().api.get_value();
        let mut pause = 0;
        let draft = loop {
            let answer = api.draft(&author.1).await;
            // The portal may have been unmounted meanwhile, or another search have begun.
            if search.try_get_value() != Some(this) {
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
            // Once the session has ended, the search begins anew with the next one.
            if search.try_get_value() == Some(this) && untrack(|| self.author()).is_none() {
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

    /// Whether the portal is still mounted, and shows that author's form.
    fn is_still(self, author: &(String, String)) -> bool {
        self.base.try_get_untracked().flatten().is_some()
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
            // It says nothing that is not saved: the next edit, or none, replaces it.
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

    /// Shows a draft. When the contact information has changed since, both versions are compared.
    fn put_in(self, content: DraftContent, base_revision: u64, saved_at: String, is_asked: bool) {
        let Some(base) = self.base.get_untracked() else { return };
        let kept = content.write();
        self.typed.restore(content.snapshot());
        let autosave = self.autosave();
        autosave.restored.set(Some(saved_at.clone()));
        autosave.status.set(DraftStatus::Kept(saved_at));
        if base.document.revision != base_revision {
            let theirs = base.document;
            self.begin_conflict(Conflict { base: content.base, theirs, is_asked });
        }
        self.begin_keeping(Some(kept));
    }

    /// Of two drafts the one that was kept earlier.
    pub fn use_found_draft(self) {
        let found = self.autosave().found;
        if let Some(FoundDraft::Late { content, base_revision, saved_at }) = found.get_untracked() {
            found.set(None);
            self.put_in(*content, base_revision, saved_at, true);
        }
    }

    /// What is on the screen replaces the draft that was kept earlier.
    pub fn drop_found_draft(self) {
        let autosave = self.autosave();
        if let Some(found) = autosave.found.get_untracked() {
            let text = match found {
                FoundDraft::Late { content, .. } => content.write(),
                FoundDraft::Unreadable { text, .. } => text,
            };
            autosave.found.set(None);
            // It is still what the server has, so the next step replaces or deletes it.
            self.begin_keeping(Some(text));
        }
    }
}
