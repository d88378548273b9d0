//! Submitting the form. The code comes with the rest of the form: nobody submits before.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{ContactInformationDraft, ProblemCode};

use super::{
    conflict::Conflict, form::ContactForm, judgement::Refusal, save_progress::SaveProgress,
    shown_errors::ShownErrors, state::ContactFormState,
};
use crate::{api::ApiError, browser::random_key};

impl ContactFormState {
    /// Saves, or says what holds the save back.
    pub fn submit(self) {
        if self.progress.with_untracked(|progress| *progress == SaveProgress::Saving) {
            return;
        }
        self.show_all_errors();
        self.refusal.set(None);
        self.progress.set(SaveProgress::Saving);
        spawn_local(async move {
            match self.load_code().await {
                Some(code) if !self.is_gone() => (code.save)(self).await,
                Some(_) => {}
                None => {
                    let _ = self.progress.try_set(SaveProgress::Failed(ApiError::Unreachable));
                }
            }
        });
    }

    pub(super) async fn save(self) {
        // What is wrong without the tables stays wrong with them, and is shown by now: waiting
        // would move the focus away from somebody who has begun to put it right.
        if !self.has_errors() {
            // The last word on this side is one with the tables; without them it is the backend's.
            self.load_tables().await;
            if self.is_gone() {
                return;
            }
        }
        if self.has_errors() {
            self.progress.set(SaveProgress::Idle);
            self.hold_back();
        } else {
            self.send().await;
        }
    }

    /// Whether the portal has been unmounted while an answer was awaited: there is nothing left to
    /// tell then.
    fn is_gone(self) -> bool {
        self.progress.is_disposed()
    }

    fn has_errors(self) -> bool {
        !self.errors.with_untracked(Vec::is_empty)
    }

    async fn send(self) {
        let session = self.session.get_value();
        let draft = untrack(|| self.draft());
        let (account, environment) =
            (untrack(|| session.account_id()), session.environment.get_untracked());
        let Some(base) = self.base.get_untracked() else { return };
        let key = self.key_for(&draft);
        let api = session.api.get_value();
        let saved =
            api.save_contact_information(&account, environment, &draft, &base.etag, &key).await;
        if self.is_gone() {
            return;
        }
        match saved {
            Ok(answer) => {
                let form = ContactForm::of_document(&answer.body);
                // The backend has dropped the draft in the same step.
                self.autosave().forget();
                self.rebase(answer, form);
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
            Err(error) if error.is(ProblemCode::RevisionStale) => self.compare().await,
            // The gate says so, and keeps the form.
            Err(error) if error.is(ProblemCode::SignedOut) => {
                self.progress.set(SaveProgress::Idle);
                session.retry();
            }
            Err(error) => self.progress.set(SaveProgress::Failed(error)),
        }
    }

    /// Somebody saved first: fetches theirs, so that nothing is overwritten unseen.
    async fn compare(self) {
        let session = self.session.get_value();
        let account = untrack(|| session.account_id());
        let theirs = session.api.get_value().contact_information(&account).await;
        if self.is_gone() {
            return;
        }
        match (theirs, self.base.get_untracked()) {
            (Ok(theirs), Some(base)) => self.begin_conflict(Conflict { base: base.form, theirs }),
            (Err(error), _) => self.progress.set(SaveProgress::Failed(error)),
            (Ok(_), None) => {}
        }
    }

    /// The same key for the same draft: a save whose answer was lost is not done twice.
    fn key_for(self, draft: &ContactInformationDraft) -> String {
        let known = self.last_key.with_value(|last| {
            last.as_ref().filter(|(of, _)| of == draft).map(|(_, key)| key.clone())
        });
        known.unwrap_or_else(|| {
            let key = random_key();
            self.last_key.set_value(Some((draft.clone(), key.clone())));
            key
        })
    }
}
