//! What is being typed into the lists of addresses and is no entry yet.

use leptos::prelude::*;
use partner_portal_contract::{
    ContactField, ContactInformationDraft, address_list::split_addresses,
};

const LISTS: [ContactField; 4] = [
    ContactField::TechnicalEmergency,
    ContactField::TechnicalNonEmergency,
    ContactField::MerchantIssues,
    ContactField::OperationalPlatform,
];

/// The text in each box, in the order of [`LISTS`].
pub type AddressTexts = [String; 4];

/// The text in the box of each list of addresses, in the order of [`LISTS`].
#[derive(Clone, Copy)]
pub struct AddressBoxes(StoredValue<[RwSignal<String>; 4]>);

impl Default for AddressBoxes {
    fn default() -> Self {
        Self(StoredValue::new(LISTS.map(|_| RwSignal::default())))
    }
}

impl AddressBoxes {
    /// The box of a list.
    ///
    /// # Panics
    /// For a field that is no list of addresses.
    pub fn of(self, field: ContactField) -> RwSignal<String> {
        #[expect(clippy::expect_used, reason = "a field without a box is a mistake in the form")]
        let at = LISTS.iter().position(|list| *list == field).expect("a list of addresses");
        self.0.get_value()[at]
    }

    /// Whether nothing is being typed.
    pub fn are_empty(self) -> bool {
        self.0.get_value().iter().all(|text| text.with(String::is_empty))
    }

    /// Empties every box.
    pub fn clear(self) {
        self.set_texts(AddressTexts::default());
    }

    /// What is being typed.
    pub fn texts(self) -> AddressTexts {
        self.0.get_value().map(|text| text.get())
    }

    /// Puts back what was being typed.
    pub fn set_texts(self, texts: AddressTexts) {
        for (text, now) in self.0.get_value().into_iter().zip(texts) {
            text.set(now);
        }
    }

    /// Adds what is in the boxes to the draft, as if each had been left: a submit by keyboard
    /// must not lose the last address.
    pub fn add_to(self, draft: &mut ContactInformationDraft) {
        let lists = [
            &mut draft.technical_emergency,
            &mut draft.technical_non_emergency,
            &mut draft.merchant_issues,
            &mut draft.operational_platform,
        ];
        for (list, text) in lists.into_iter().zip(self.0.get_value()) {
            list.extend(text.with(|text| split_addresses(text)));
        }
    }
}
