//! Derives the errors and the advice of each field while the user types.

#[cfg(test)]
mod tests;

use leptos::prelude::*;

use partner_portal_contract::{
    Advice, ContactField, FieldError, Policy, ReferenceData,
    advice::{ADDRESS_FIELDS, AddressFields},
    input::{
        ParsedAddress, address_list_errors, alert_contact_errors, parse_addresses,
        parse_shared_address, schedule_errors, shared_address_errors,
    },
};

use super::{field_memos::FieldMemos, refusal::Refusal, typed::Typed};
use crate::{
    browser::{Tables, reference_data},
    reactive::memo,
};

/// The parsed addresses of each field, shared by errors and advice.
type Entries = FieldMemos<Vec<ParsedAddress>>;

/// The errors and the advice, derived field by field. A keystroke checks only its own field and the
/// values that depend on it.
#[derive(Clone, Copy)]
pub struct Checks {
    /// Every error of each field, shown or not.
    pub errors: FieldMemos<Vec<FieldError>>,
    /// The errors of all fields, in the order of the form.
    pub all_errors: Memo<Vec<FieldError>>,
    /// The advice on each field's addresses. Text in a box is not an address yet.
    pub advice: FieldMemos<Vec<Advice>>,
}

impl Checks {
    /// Checks the typed values against the policy, and against the tables once they have loaded.
    pub fn new(
        typed: Typed,
        policy: Memo<Policy>,
        refusal: ReadSignal<Option<Refusal>>,
        tables: ReadSignal<Option<Tables>, LocalStorage>,
    ) -> Self {
        let entries = FieldMemos::new(move |field| {
            let tables = tables.read();
            parse_entries(typed, field, reference_data(tables.as_ref()))
        });
        let errors = FieldMemos::new(move |field| {
            let tables = tables.read();
            let reference = reference_data(tables.as_ref());
            let mut errors = field_errors(typed, entries, field, &policy.read(), reference);
            if let Some(refusal) = &*refusal.read() {
                refusal.add_to(&mut errors, field, &typed.field_input(field));
            }
            errors
        });
        let all_errors =
            memo(move || errors.all().into_iter().flat_map(|errors| errors.get()).collect());
        let only_address = memo(move || {
            with_addresses(entries, ADDRESS_FIELDS, |fields| fields.only_address().cloned())
        });
        let advice = FieldMemos::new(move |field| {
            let up_to_field = ADDRESS_FIELDS.into_iter().filter(|earlier| *earlier <= field);
            with_addresses(entries, up_to_field, |fields| {
                fields.advice_on(field, only_address.read().as_ref())
            })
        });
        Self { errors, all_errors, advice }
    }
}

/// Parses the addresses of a field. Empty for a field without addresses.
fn parse_entries(
    typed: Typed,
    field: ContactField,
    reference: &dyn ReferenceData,
) -> Vec<ParsedAddress> {
    typed.with_field(field, |form| match field {
        ContactField::OperationalShared => {
            Vec::from_iter(parse_shared_address(&form.operational_shared, reference))
        }
        _ => parse_addresses(form.addresses(field), reference),
    })
}

/// Returns the errors of a field as it would be sent. Text in a list's box counts as entries.
fn field_errors(
    typed: Typed,
    entries: Entries,
    field: ContactField,
    policy: &Policy,
    reference: &dyn ReferenceData,
) -> Vec<FieldError> {
    match field {
        ContactField::AlertContacts => {
            alert_contact_errors(&typed.field_input(field).alert_contacts, policy)
        }
        ContactField::OperationalShared => {
            shared_address_errors(entries.of(field).read().first(), policy)
        }
        ContactField::OperationalSupport => {
            schedule_errors(&typed.field_input(field).operational_support, policy, reference)
        }
        ContactField::Unknown => Vec::new(),
        ContactField::TechnicalEmergency
        | ContactField::TechnicalNonEmergency
        | ContactField::MerchantIssues
        | ContactField::OperationalPlatform => {
            let half_typed = parse_addresses(&typed.boxes.entries(field), reference);
            let entries = entries.of(field).read();
            address_list_errors(field, entries.iter().chain(&half_typed), policy)
        }
    }
}

/// Reads and tracks the addresses of these fields only.
fn with_addresses<T>(
    entries: Entries,
    fields: impl IntoIterator<Item = ContactField>,
    read: impl FnOnce(&AddressFields) -> T,
) -> T {
    let lists: Vec<_> = fields.into_iter().map(|field| (field, entries.of(field).read())).collect();
    read(&AddressFields::new(lists.iter().map(|(field, list)| (*field, list.as_slice()))))
}
