//! The form's state and what is derived from it. No view.
//!
//! It belongs to the app, not to the component that shows it: what somebody typed outlives the
//! modal, the page and an ended session.

use leptos::prelude::*;
use partner_portal_contract::{
    Advice, ContactField, ContactInformationDraft, FieldError,
    contact_information::ContactInformationDocument,
};
use reactive_stores::Store;

use super::{
    address_boxes::AddressBoxes,
    autosave::Autosave,
    form::ContactForm,
    judgement::{Refusal, find_advice, merged, policy},
    save::Saves,
    save_progress::SaveProgress,
    shown_errors::ShownErrors,
};
use crate::{
    browser::{Tables, prefetch, reference_data},
    session::SessionContext,
};

/// The form as everybody who shows it shares it.
#[derive(Clone, Copy)]
pub struct ContactFormState {
    /// The controls' values.
    pub form: Store<ContactForm>,
    /// What is still being typed into the lists of addresses.
    pub boxes: AddressBoxes,
    /// Where the save stands.
    pub progress: RwSignal<SaveProgress>,
    /// Every error, seen or not.
    pub errors: Memo<Vec<FieldError>>,
    /// What could be better about the addresses; text in a box is no address yet.
    pub advice: Memo<Vec<Advice>>,
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

/// The saved version that the form started from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Base {
    pub(super) document: ContactInformationDocument,
    pub(super) form: ContactForm,
}

impl ContactFormState {
    /// An empty form for the session's account.
    pub fn new(session: SessionContext) -> Self {
        let form = Store::new(ContactForm::default());
        let base = RwSignal::new(None::<Base>);
        let refusal = RwSignal::new(None::<Refusal>);
        let tables = RwSignal::new_local(None::<Tables>);
        let boxes = AddressBoxes::default();
        let errors = Memo::new(move |_| {
            let policy = policy(session, base);
            let mut draft = form.read().to_draft();
            boxes.add_to(&mut draft);
            let tables = tables.read();
            let found = draft.parse(&policy, reference_data(tables.as_ref())).err();
            merged(found.unwrap_or_default(), refusal.get(), &draft)
        });
        let advice = Memo::new(move |_| find_advice(form, tables.read_only()));
        let is_dirty = Memo::new(move |_| {
            let differs = |base: &Base| base.form != *form.read() || !boxes.are_empty();
            base.with(|base| base.as_ref().is_some_and(differs))
        });
        Self {
            form,
            boxes,
            progress: RwSignal::default(),
            errors,
            advice,
            is_dirty,
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

    /// What a save would send now.
    pub fn draft(self) -> ContactInformationDraft {
        let mut draft = self.form.read().to_draft();
        self.boxes.add_to(&mut draft);
        draft
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

    /// Makes entries of what is still being typed.
    pub(super) fn boxes_to_entries(self) {
        let draft = self.draft();
        self.form.update(|form| {
            form.technical_emergency = draft.technical_emergency;
            form.technical_non_emergency = draft.technical_non_emergency;
            form.merchant_issues = draft.merchant_issues;
            form.operational_platform = draft.operational_platform;
        });
        self.boxes.clear();
    }

    /// Makes `document` the saved version, and `form` what is shown.
    pub(super) fn rebase(self, document: ContactInformationDocument, form: ContactForm) {
        // Comparing with what a reader of the document would see, not with the document itself:
        // the prefilled public contact of a new account is nobody's typing yet.
        self.form.set(form.clone());
        self.boxes.clear();
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
        self.form.set(ContactForm::default());
        self.boxes.clear();
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
