//! The text boxes of the address lists. Their texts are not entries yet.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, address_list::split_addresses};

use super::contact_form::ContactForm;

/// The text in each box, in the order of [`AddressBoxes::FIELDS`].
pub type AddressTexts = [String; 4];

/// The text boxes of the address lists.
#[derive(Clone, Copy)]
pub struct AddressBoxes(StoredValue<[RwSignal<String>; 4]>);

impl Default for AddressBoxes {
    fn default() -> Self {
        Self(StoredValue::new(Self::FIELDS.map(|_| RwSignal::default())))
    }
}

impl AddressBoxes {
    /// The fields that have a box.
    pub const FIELDS: [ContactField; 4] = [
        ContactField::TechnicalEmergency,
        ContactField::TechnicalNonEmergency,
        ContactField::MerchantIssues,
        ContactField::OperationalPlatform,
    ];

    /// Returns the box of an address list.
    ///
    /// # Panics
    /// If the field is not an address list.
    pub fn of(self, field: ContactField) -> RwSignal<String> {
        #[expect(clippy::expect_used, reason = "a field without a box is a mistake in the form")]
        self.find(field).expect("a list of addresses")
    }

    fn find(self, field: ContactField) -> Option<RwSignal<String>> {
        let at = Self::FIELDS.iter().position(|list| *list == field)?;
        Some(self.0.with_value(|boxes| boxes[at]))
    }

    /// Returns `true` if every box is empty.
    pub fn are_empty(self) -> bool {
        self.0.get_value().iter().all(|text| text.with(String::is_empty))
    }

    /// Tracks every box.
    pub fn track(self) {
        for text in self.0.get_value() {
            text.track();
        }
    }

    /// Returns the text in each box.
    pub fn texts(self) -> AddressTexts {
        self.0.get_value().map(|text| text.get())
    }

    /// Replaces the text in each box.
    pub fn set_texts(self, texts: AddressTexts) {
        for (text, now) in self.0.get_value().into_iter().zip(texts) {
            text.set(now);
        }
    }

    /// Returns the entries that the list gets when the focus leaves the field's box. Empty for a
    /// field without a box.
    pub fn entries(self, field: ContactField) -> Vec<String> {
        let split = |text: RwSignal<String>| text.with(|text| split_addresses(text));
        self.find(field).map(split).unwrap_or_default()
    }

    /// Adds the text in the field's box to the form as entries, as leaving the box does. A submit
    /// by keyboard would otherwise lose the last address.
    pub fn add_to(self, form: &mut ContactForm, field: ContactField) {
        if let Some(list) = form.addresses_mut(field) {
            list.extend(self.entries(field));
        }
    }

    /// Adds the text in each box to the form as entries.
    pub fn add_all_to(self, form: &mut ContactForm) {
        for field in Self::FIELDS {
            self.add_to(form, field);
        }
    }
}
