//! Submits the form.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    ContactInformationDraft, Environment, ProblemCode,
    contact_information::ContactInformationDocument,
};

use crate::{
    api::ApiError,
    browser::random_key,
    contact::state::{
        ContactFormState, base::Base, conflict::Conflict, contact_form::ContactForm,
        refusal::Refusal, save_progress::SaveProgress, shown_errors::ShownErrors, typed::Snapshot,
    },
};

/// The saves that have been sent for the current user and account.
#[derive(Default)]
pub struct Saves {
    /// Counts the changes of user or account. A save from an earlier turn is not applied.
    turn: u32,
    /// The last save that was not refused.
    last: Option<NamedSave>,
}

/// A save with its idempotency key.
struct NamedSave {
    draft: ContactInformationDraft,
    environment: Environment,
    key: String,
    /// The saved revision. `None` while the answer is pending, or if it was lost.
    revision: Option<u64>,
}

impl Saves {
    /// Ends the turn, because the form now belongs to another user or account.
    pub fn end_turn(&mut self) {
        *self = Self { turn: self.turn.wrapping_add(1), last: None };
    }
}

impl ContactFormState {
    /// Saves the form, or shows the errors that block the save.
    pub fn submit(self) {
        if self.progress.with_untracked(|progress| *progress == SaveProgress::Saving) {
            return;
        }
        self.show_all_errors();
        self.refusal.set(None);
        self.progress.set(SaveProgress::Saving);
        let turn = self.saves.with_value(|saves| saves.turn);
        spawn_local(self.save(turn));
    }

    async fn save(self, turn: u32) {
        // Errors found without the tables remain errors with them, and are already shown. Waiting
        // for the tables would move the focus away from a user who has begun to correct them.
        if !self.has_errors() {
            // The final check in the browser uses the tables. If they cannot be loaded, the
            // backend's check decides.
            self.load_tables().await;
            if self.is_over(turn) {
                return;
            }
        }
        if self.has_errors() {
            self.progress.set(SaveProgress::Idle);
            self.hold_back();
        } else {
            self.send(turn).await;
        }
    }

    /// Returns `true` if, during a wait, the form has changed to another account or user. The
    /// awaited answer then does not belong to the form on the screen.
    fn is_over(self, turn: u32) -> bool {
        self.saves.with_value(|saves| saves.turn) != turn
    }

    fn has_errors(self) -> bool {
        !self.checks.all_errors.with_untracked(Vec::is_empty)
    }

    async fn send(self, turn: u32) {
        let session = self.session.get_value();
        // Half-typed addresses become entries first, so that later typing can be told apart from
        // the sent values.
        self.typed.enter_boxes();
        let sent = self.typed.form.get_untracked();
        let draft = sent.to_draft();
        let (account, environment) =
            (untrack(|| session.account_id()), session.environment.get_untracked());
        let Some(base) = self.base.get_untracked() else { return };
        let key = self.key_for(&draft, environment, base.document.revision);
        let api = session.api.get_value();
        let saved = api
            .save_contact_information(&account, environment, &draft, base.document.revision, &key)
            .await;
        if self.is_over(turn) {
            return;
        }
        self.saves.update_value(|saves| match &saved {
            Ok(document) => {
                if let Some(last) = &mut saves.last {
                    last.revision = Some(document.revision);
                }
            }
            Err(ApiError::Unreachable) => {}
            Err(_) => saves.last = None,
        });
        match saved {
            Ok(document) => {
                // The backend has deleted the draft together with the save.
                self.autosave().forget();
                self.take_over(document, &sent);
                self.shown.set(ShownErrors::default());
                self.progress.set(SaveProgress::Saved);
                session.refresh_completion().await;
            }
            Err(ApiError::Refused {
                code: ProblemCode::ContactInformationInvalid, errors, ..
            }) => {
                self.refusal.set(Some(Refusal { draft, errors }));
                self.progress.set(SaveProgress::Idle);
                self.hold_back();
            }
            Err(error) if error.is(ProblemCode::RevisionStale) => {
                self.compare(turn, &base, error).await;
            }
            Err(error) if error.is(ProblemCode::SignedOut) => {
                session.reread().await;
                if self.is_over(turn) {
                    return;
                }
                // If the session has ended, the gate shows that. Otherwise a proxy has refused only
                // this request.
                let has_ended = untrack(|| session.session()).is_none();
                let failed = SaveProgress::Failed(error);
                self.progress.set(if has_ended { SaveProgress::Idle } else { failed });
            }
            Err(error) => self.progress.set(SaveProgress::Failed(error)),
        }
    }

    /// Shows the saved document, and keeps text that was typed while the save was pending.
    fn take_over(self, document: ContactInformationDocument, sent: &ContactForm) {
        let typed = self.typed.snapshot();
        let saved = ContactForm::of_document(&document);
        let mut form = saved.clone();
        for field in sent.to_draft().changed_fields(&typed.form.to_draft()) {
            form.take(field, &typed.form);
        }
        self.rebase(document, saved);
        self.typed.restore(Snapshot { form, texts: typed.texts });
    }

    /// Fetches the newer revision after a refused save and begins a conflict, so that nothing is
    /// overwritten unseen. If there is no newer revision, the save has failed.
    async fn compare(self, turn: u32, base: &Base, refused: ApiError) {
        let session = self.session.get_value();
        let account = untrack(|| session.account_id());
        let theirs = session.api.get_value().contact_information(&account).await;
        if self.is_over(turn) {
            return;
        }
        match theirs {
            Ok(theirs) if theirs.revision != base.document.revision => {
                let base = base.form.clone();
                self.begin_conflict(Conflict { base, theirs, is_asked: true });
            }
            Ok(_) => self.progress.set(SaveProgress::Failed(refused)),
            Err(error) => self.progress.set(SaveProgress::Failed(error)),
        }
    }

    /// Returns the idempotency key of a save. A repeated save keeps its key, so that it is never
    /// done twice. It is repeated if its answer was lost, or if nothing newer has been saved since.
    /// The same values on top of a newer revision are a new save.
    fn key_for(
        self,
        draft: &ContactInformationDraft,
        environment: Environment,
        base: u64,
    ) -> String {
        let is_this = |last: &&NamedSave| {
            last.environment == environment
                && last.draft == *draft
                && last.revision.is_none_or(|revision| revision == base)
        };
        let known = self
            .saves
            .with_value(|saves| saves.last.as_ref().filter(is_this).map(|last| last.key.clone()));
        known.unwrap_or_else(|| {
            let key = random_key();
            let draft = draft.clone();
            let last = NamedSave { draft, environment, key: key.clone(), revision: None };
            self.saves.update_value(|saves| saves.last = Some(last));
            key
        })
    }
}
