//! The half-typed texts of the lists of addresses, which are no entries yet.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, address_list::split_addresses};

use super::form::ContactForm;

/// The text in each box, in the order of [`AddressBoxes::FIELDS`].
pub type AddressTexts = [String; 4];

/// The text in the box of each list of addresses.
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

    /// Returns the box of a list.
    ///
    /// # Panics
    /// For a field that is no list of addresses.
    pub fn of(self, field: ContactField) -> RwSignal<String> {
        #[expect(clippy::expect_used, reason = "a field without a box is a mistake in the form")]
        self.find(field).expect("a list of addresses")
    }

    fn find(self, field: ContactField) -> Option<RwSignal<String>> {
        let at = Self::FIELDS.iter().position(|list| *list == field)?;
        Some(self.0.with_value(|boxes| boxes[at]))
    }

    /// Returns whether every box is empty.
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

    /// Returns the entries that leaving the field's box would add; none for a field without a box.
    pub fn entries(self, field: ContactField) -> Vec<String> {
        let split = |text: RwSignal<String>| text.with(|text| split_addresses(text));
        self.find(field).map(split).unwrap_or_default()
    }

    /// Adds the entries in the field's box to the form, as leaving the box does: a submit by keyboard
    /// must not lose the last address.
    pub fn add_to(self, form: &mut ContactForm, field: ContactField) {
        if let Some(list) = form.addresses_mut(field) {
            list.extend(self.entries(field));
        }
    }
}
