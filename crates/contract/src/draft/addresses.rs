//! The rules of e-mail addresses: of lists, and of the one that end customers are shown.
//!
//! Entries are parsed in a step of their own, so that one that is added leaves the others parsed.

use super::{
    MAX_CONTACTS,
    entries::{Seen, count_error},
};
use crate::{ContactField, EmailAddress, FieldError, FieldErrorCode, Policy, ReferenceData};

/// An entry: the address, or why it is none.
pub type ParsedAddress = Result<EmailAddress, FieldErrorCode>;

/// Parses the entries of a list.
pub fn parse_addresses(texts: &[String], reference: &dyn ReferenceData) -> Vec<ParsedAddress> {
    texts.iter().map(|text| EmailAddress::parse(text, reference)).collect()
}

/// Parses the shared address; `None` when there is no text.
pub fn parse_shared_address(text: &str, reference: &dyn ReferenceData) -> Option<ParsedAddress> {
    (!text.trim().is_empty()).then(|| EmailAddress::parse(text, reference))
}

/// Returns what is wrong with a list of addresses.
pub fn address_list_errors<'a>(
    field: ContactField,
    entries: impl IntoIterator<Item = &'a ParsedAddress>,
    policy: &Policy,
) -> Vec<FieldError> {
    let entries: Vec<_> = entries.into_iter().collect();
    let mut seen = Seen::of(field);
    let entry_error = |(index, entry): (usize, &&'a ParsedAddress)| match entry {
        Ok(address) => seen.add(index, address),
        Err(code) => Some(FieldError::of_entry(field, index, *code)),
    };
    let count = count_error(field, entries.len(), MAX_CONTACTS, policy);
    count.into_iter().chain(entries.iter().enumerate().filter_map(entry_error)).collect()
}

/// Returns what is wrong with the shared address.
pub fn shared_address_errors(entry: Option<&ParsedAddress>, policy: &Policy) -> Vec<FieldError> {
    const FIELD: ContactField = ContactField::OperationalShared;
    let count = count_error(FIELD, usize::from(entry.is_some()), 1, policy);
    let code = entry.and_then(|entry| entry.as_ref().err());
    count.into_iter().chain(code.map(|code| FieldError::of_field(FIELD, *code))).collect()
}
