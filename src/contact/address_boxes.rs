//! What is being typed into the lists of addresses and is no entry yet.

use leptos::prelude::*;
use partner_portal_contract::{
    ContactField, ContactInformationDraft, address_list::split_addresses,
};

/// The text in the box of each list of addresses.
#[derive(Clone, Copy, Default)]
pub struct AddressBoxes {
    technical_emergency: RwSignal<String>,
    technical_non_emergency: RwSignal<String>,
    merchant_issues: RwSignal<String>,
    operational_platform: RwSignal<String>,
}

impl AddressBoxes {
    /// The box of a list.
    pub fn of(self, field: ContactField) -> RwSignal<String> {
        match field {
            ContactField::TechnicalNonEmergency => self.technical_non_emergency,
            ContactField::MerchantIssues => self.merchant_issues,
            ContactField::OperationalPlatform => self.operational_platform,
            _ => self.technical_emergency,
        }
    }

    /// Whether nothing is being typed.
    pub fn are_empty(self) -> bool {
        self.all().iter().all(|text| text.with(String::is_empty))
    }

    /// Empties every box.
    pub fn clear(self) {
        for text in self.all() {
            text.set(String::new());
        }
    }

    /// Adds what is in the boxes to the draft, as if each had been left: a submit by keyboard
    /// must not lose the last address.
    pub fn add_to(self, draft: &mut ContactInformationDraft) {
        draft.technical_emergency.extend(self.technical_emergency.with(|it| split_addresses(it)));
        draft
            .technical_non_emergency
            .extend(self.technical_non_emergency.with(|it| split_addresses(it)));
        draft.merchant_issues.extend(self.merchant_issues.with(|it| split_addresses(it)));
        draft.operational_platform.extend(self.operational_platform.with(|it| split_addresses(it)));
    }

    fn all(self) -> [RwSignal<String>; 4] {
        [
            self.technical_emergency,
            self.technical_non_emergency,
            self.merchant_issues,
            self.operational_platform,
        ]
    }
}
