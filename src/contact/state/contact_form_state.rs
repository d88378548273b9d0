//! The form's state and the values derived from it. No view.
//!
//! The state belongs to the app, not to the component that shows it, because typed text must
//! outlive the modal, the page and an ended session.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    ContactField, FieldError, contact_information::ContactInformationDocument,
};

use super::{
    autosave::Autosave,
    base::Base,
    checks::Checks,
    contact_form::ContactForm,
    policy::policy,
    refusal::Refusal,
    save_progress::SaveProgress,
    saves::Saves,
    shown_errors::ShownErrors,
    typed::{Snapshot, Typed},
};
use crate::{
    browser::{Tables, prefetch},
    reactive::{effect, memo},
    session::SessionContext,
};

/// The form's state, shared by all components that show the form.
#[derive(Clone, Copy)]
pub struct ContactFormState {
    /// All values in the form.
    pub typed: Typed,
    /// The errors and the advice on the values.
    pub checks: Checks,
    /// The state of the save.
    pub progress: RwSignal<SaveProgress>,
    /// `true` while the form has unsaved text.
    pub is_dirty: Memo<bool>,
    /// The default brand's support address from the last load. Empty before that.
    pub support_address: RwSignal<String>,
    /// The session. It is stored in the arena to keep this handle small, because every closure of
    /// the form captures it.
    pub(in crate::contact) session: StoredValue<SessionContext>,
    pub(in crate::contact) base: RwSignal<Option<Base>>,
    /// Another user's newer save, while this form has unsaved text.
    pub(in crate::contact) newer: RwSignal<Option<Box<ContactInformationDocument>>>,
    pub(in crate::contact) shown: ShownErrors,
    pub(in crate::contact) refusal: RwSignal<Option<Refusal>>,
    pub(in crate::contact) tables: RwSignal<Option<Tables>, LocalStorage>,
    pub(in crate::contact) saves: Saves,
    autosave: StoredValue<Autosave>,
}

impl ContactFormState {
    /// Creates an empty form for the session's account.
    pub fn new(session: SessionContext) -> Self {
        let typed = Typed::default();
        let base = RwSignal::new(None);
        let refusal = RwSignal::new(None);
        let tables = RwSignal::new_local(None);
        let policy = memo(move || policy(session, base));
        Self {
            typed,
            checks: Checks::new(typed, policy, refusal.read_only(), tables.read_only()),
            progress: RwSignal::default(),
            is_dirty: typed.is_dirty(base.read_only()),
            support_address: RwSignal::default(),
            session: StoredValue::new(session),
            base,
            newer: RwSignal::default(),
            shown: ShownErrors::default(),
            refusal,
            tables,
            saves: Saves::default(),
            autosave: StoredValue::new(Autosave::default()),
        }
    }

    /// Loads the backend's document into the form, unless that would lose unsaved text.
    /// `support_address` is the default brand's address. It is the initial public contact.
    pub fn load(self, document: ContactInformationDocument, support_address: &str) {
        self.support_address.set(support_address.to_owned());
        let known =
            self.base.with_untracked(|base| base.as_ref().map(|base| base.document.revision));
        // A save has overtaken this read.
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
        let is_available = !untrack(|| session.is_unavailable(ContactField::OperationalShared));
        if document.revision == 0 && is_available {
            support_address.clone_into(&mut form.operational_shared);
        }
        self.rebase(document, form);
        // The form is shown first. The tables that check it are fetched afterwards.
        prefetch(self.load_tables());
    }

    /// Sets `document` as the saved version and `form` as the form's content.
    pub(in crate::contact) fn rebase(
        self,
        document: ContactInformationDocument,
        form: ContactForm,
    ) {
        // The base contains the form as it is shown, so that the prefilled public contact of a new
        // account does not count as typed text.
        self.typed.restore(form.clone());
        self.newer.set(None);
        self.base.set(Some(Base { document, form }));
    }

    /// Clears the form, because it now belongs to another user or account.
    pub(in crate::contact) fn reset(self) {
        self.saves.begin_generation();
        self.support_address.set(String::new());
        self.base.set(None);
        self.typed.restore(Snapshot::default());
        self.newer.set(None);
        self.reset_errors();
        self.autosave().clear();
    }

    /// Resets the errors and the save's progress. Errors are hidden again until the user has had
    /// the chance to avoid them.
    pub(in crate::contact) fn reset_errors(self) {
        self.refusal.set(None);
        self.shown.reset();
        self.progress.set(SaveProgress::Idle);
    }

    /// Returns the state of the draft.
    pub(in crate::contact) fn autosave(self) -> Autosave {
        self.autosave.get_value()
    }

    /// Returns the field's errors if they are shown, else none.
    pub fn shown_errors(self, field: ContactField) -> Vec<FieldError> {
        if self.shown.includes(field) { self.checks.errors.of(field).get() } else { Vec::new() }
    }

    /// Returns `true` once the document has been loaded.
    pub fn is_loaded(self) -> bool {
        self.base.with(Option::is_some)
    }

    /// Returns the saved version, once loaded.
    pub fn document(self) -> Option<ContactInformationDocument> {
        self.base.with(|base| base.as_ref().map(|base| base.document.clone()))
    }

    /// Fetches the large tables if they are not loaded yet.
    pub async fn load_tables(self) {
        if self.tables.with_untracked(Option::is_none) {
            let tables = self.session.get_value().tables.get_value().load().await;
            self.tables.set(tables);
        }
    }

    /// Fetches the tables as soon as the user types, because typed text is checked with them. If
    /// the user saves data, they have not been prefetched.
    pub fn load_tables_when_typed(self) {
        effect(move || {
            if self.is_dirty.get() {
                spawn_local(self.load_tables());
            }
        });
    }

    /// Returns `true` if Submit has been pressed or would find no errors in the typed text.
    pub fn is_ready_to_save(self) -> bool {
        // Checks the fields in the order of the form, up to the first error.
        let is_right = || self.checks.errors.all().iter().all(|errors| errors.with(Vec::is_empty));
        self.shown.is_submitted() || self.is_dirty.get() && is_right()
    }
}
