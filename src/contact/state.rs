//! The form's state and what is derived from it. No view.
//!
//! It belongs to the app, not to the component that shows it: what somebody typed outlives the
//! modal, the page and an ended session.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, contact_information::ContactInformationDocument};

use super::{
    autosave::Autosave,
    base::Base,
    checks::Checks,
    form::ContactForm,
    policy::policy,
    refusal::Refusal,
    save::Saves,
    save_progress::SaveProgress,
    shown_errors::ShownErrors,
    typed::{Snapshot, Typed},
};
use crate::{
    browser::{Tables, prefetch},
    session::SessionContext,
};

/// The form as everybody who shows it shares it.
#[derive(Clone, Copy)]
pub struct ContactFormState {
    /// Everything that is in the form.
    pub typed: Typed,
    /// The errors in it, and the advice on it.
    pub checks: Checks,
    /// Where the save stands.
    pub progress: RwSignal<SaveProgress>,
    /// Whether something typed is not saved.
    pub is_dirty: Memo<bool>,
    /// The default brand's support address, from the last load; empty before.
    pub support_address: RwSignal<String>,
    /// In the arena, to keep the handle small: every closure of the form carries it.
    pub(super) session: StoredValue<SessionContext>,
    pub(super) base: RwSignal<Option<Base>>,
    /// What somebody else saved while something here is unsaved.
    pub(super) newer: RwSignal<Option<Box<ContactInformationDocument>>>,
    pub(super) shown: RwSignal<ShownErrors>,
    pub(super) refusal: RwSignal<Option<Refusal>>,
    pub(super) tables: RwSignal<Option<Tables>, LocalStorage>,
    pub(super) saves: StoredValue<Saves>,
    autosave: StoredValue<Autosave>,
}

impl ContactFormState {
    /// An empty form for the session's account.
    pub fn new(session: SessionContext) -> Self {
        let typed = Typed::default();
        let base = RwSignal::new(None);
        let refusal = RwSignal::new(None);
        let tables = RwSignal::new_local(None);
        let policy = Memo::new(move |_| policy(session, base));
        Self {
            typed,
            checks: Checks::new(typed, policy, refusal.read_only(), tables.read_only()),
            progress: RwSignal::default(),
            is_dirty: typed.is_dirty(base.read_only()),
            support_address: RwSignal::default(),
            session: StoredValue::new(session),
            base,
            newer: RwSignal::default(),
            shown: RwSignal::default(),
            refusal,
            tables,
            saves: StoredValue::default(),
            autosave: StoredValue::new(Autosave::default()),
        }
    }

    /// Takes over what the backend has, unless something unsaved would be lost by it.
    /// `support_address` is where the public contact starts: the default brand's.
    pub fn load(self, document: ContactInformationDocument, support_address: &str) {
        self.support_address.set(support_address.to_owned());
        let known = self.base.with_untracked(|base| base.as_ref().map(|it| it.document.revision));
        // A save was faster than this read.
        if known.is_some_and(|known| known > document.revision) {
            return;
        }
        if self.is_dirty.get_untracked() {
            if known.is_some_and(|known| known < document.revision) {
                self.newer.set(Some(Box::new(document)));
            }
            return;
        }
        let mut form = ContactForm::of_document(&document);
        let session = self.session.get_value();
        let is_asked = !untrack(|| session.is_unavailable(ContactField::OperationalShared));
        if document.revision == 0 && is_asked {
            support_address.clone_into(&mut form.operational_shared);
        }
        self.rebase(document, form);
        // What checks the form must not hold up showing it.
        prefetch(self.load_tables());
    }

    /// Makes `document` the saved version, and `form` what is shown.
    pub(super) fn rebase(self, document: ContactInformationDocument, form: ContactForm) {
        // Comparing with what a reader of the document would see, not with the document itself:
        // the prefilled public contact of a new account is nobody's typing yet.
        self.typed.restore(form.clone());
        self.newer.set(None);
        self.base.set(Some(Base { document, form }));
    }

    /// Forgets everything when another person or another account comes: nobody sees what somebody
    /// else typed.
    pub fn follow_session(self) {
        let session = self.session.get_value();
        Effect::new(move |before: Option<(String, String)>| {
            let user = session.session().map(|it| it.user.id).unwrap_or_default();
            let now = (user, session.account_id());
            // An ended session has no person: the next one decides.
            if now.0.is_empty() {
                return before.unwrap_or_default();
            }
            if let Some((user, account)) = before
                && !user.is_empty()
                && (&user, &account) != (&now.0, &now.1)
            {
                if user == now.0 {
                    self.keep_at_the_end(account);
                }
                self.reset();
            }
            now
        });
    }

    fn reset(self) {
        self.saves.update_value(Saves::end_turn);
        self.support_address.set(String::new());
        self.base.set(None);
        self.typed.restore(Snapshot::default());
        self.newer.set(None);
        self.forget_errors();
        self.autosave().forget();
    }

    /// Begins anew: what is wrong shows again when the user has had a chance to avoid it.
    pub(super) fn forget_errors(self) {
        self.refusal.set(None);
        self.shown.set(ShownErrors::default());
        self.progress.set(SaveProgress::Idle);
    }

    /// The part that keeps drafts.
    pub fn autosave(self) -> Autosave {
        self.autosave.get_value()
    }

    /// Whether there is something to show.
    pub fn is_loaded(self) -> bool {
        self.base.with(Option::is_some)
    }

    /// The saved version, once loaded.
    pub fn document(self) -> Option<ContactInformationDocument> {
        self.base.with(|base| base.as_ref().map(|base| base.document.clone()))
    }

    /// Fetches the large tables if they are not there yet.
    pub async fn load_tables(self) {
        // The portal may have been unmounted meanwhile, before as well as after.
        if self.tables.try_with_untracked(Option::is_none) == Some(true) {
            let tables = self.session.get_value().tables.get_value().load().await;
            let _ = self.tables.try_set(tables);
        }
    }
}
