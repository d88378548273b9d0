//! All values in the form, including half-typed texts.

#[cfg(test)]
mod tests;

use leptos::prelude::*;

use partner_portal_contract::{ContactField, ContactInformationInput};
use reactive_stores::Store;

use super::{
    address_boxes::{AddressBoxes, AddressTexts},
    base::Base,
    contact_form::{ContactForm, ContactFormStoreFields},
    field_memos::FieldMemos,
};
use crate::reactive::memo;

/// The controls' values, and the texts that are not entries yet.
#[derive(Clone, Copy)]
pub struct Typed {
    /// The controls' values.
    pub form: Store<ContactForm>,
    /// The half-typed texts in the boxes of the address lists.
    pub boxes: AddressBoxes,
}

/// A copy of all values in the form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// The controls' values.
    pub form: ContactForm,
    /// The half-typed texts.
    pub texts: AddressTexts,
}

impl From<ContactForm> for Snapshot {
    /// Creates a snapshot without half-typed texts.
    fn from(form: ContactForm) -> Self {
        Self { form, texts: AddressTexts::default() }
    }
}

impl Default for Typed {
    fn default() -> Self {
        Self { form: Store::new(ContactForm::default()), boxes: AddressBoxes::default() }
    }
}

impl Typed {
    /// Reads the form and tracks only one field.
    pub fn with_field<T>(self, field: ContactField, read: impl FnOnce(&ContactForm) -> T) -> T {
        let form = self.form;
        match field {
            ContactField::AlertContacts => form.alert_contacts().track(),
            ContactField::TechnicalEmergency => form.technical_emergency().track(),
            ContactField::TechnicalNonEmergency => form.technical_non_emergency().track(),
            ContactField::MerchantIssues => form.merchant_issues().track(),
            ContactField::OperationalPlatform => form.operational_platform().track(),
            ContactField::OperationalShared => form.operational_shared().track(),
            ContactField::OperationalSupport => form.operational_support().track(),
            ContactField::Unknown => {}
        }
        form.with_untracked(read)
    }

    /// Returns `true` if the field has a value. Half-typed text does not count.
    pub fn has_value(self, field: ContactField) -> bool {
        self.with_field(field, |form| form.differs_in(field, &ContactForm::default()))
    }

    /// Returns the input that a save would send. Half-typed texts count as entries. Tracks nothing.
    pub fn to_input(self) -> ContactInformationInput {
        let mut form = self.form.get_untracked();
        untrack(|| self.boxes.add_all_to(&mut form));
        form.to_input()
    }

    /// Returns the input that a save would send, with only this field filled in.
    pub fn field_input(self, field: ContactField) -> ContactInformationInput {
        let mut part = ContactForm::default();
        self.with_field(field, |form| part.copy_field_from(form, field));
        self.boxes.add_to(&mut part, field);
        part.to_input()
    }

    /// Derives a memo that is `true` while a value differs from the saved version or a text is half
    /// typed.
    pub fn is_dirty(self, base: ReadSignal<Option<Base>>) -> Memo<bool> {
        let differs = FieldMemos::new(move |field| {
            let differs =
                |base: &Base| self.with_field(field, |form| form.differs_in(field, &base.form));
            base.with(|base| base.as_ref().is_some_and(differs))
        });
        memo(move || {
            differs.all().into_iter().any(|differs| differs.get())
                || base.with(Option::is_some) && !self.boxes.are_empty()
        })
    }

    /// Tracks all values without reading them.
    pub fn track(self) {
        self.form.track();
        self.boxes.track();
    }

    /// Copies all values without tracking them.
    pub fn snapshot(self) -> Snapshot {
        Snapshot { form: self.form.get_untracked(), texts: untrack(|| self.boxes.texts()) }
    }

    /// Replaces all values.
    pub fn restore(self, snapshot: impl Into<Snapshot>) {
        let Snapshot { form, texts } = snapshot.into();
        self.form.set(form);
        self.boxes.set_texts(texts);
    }

    /// Turns half-typed texts into entries.
    pub fn enter_boxes(self) {
        self.form.update(|form| self.boxes.add_all_to(form));
        self.boxes.set_texts(AddressTexts::default());
    }
}
