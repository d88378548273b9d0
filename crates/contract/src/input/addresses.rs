//! Validates e-mail addresses: lists, and the single address that end customers see.
//!
//! Parsing entries is a separate step, so that adding an entry does not parse the others again.

use super::{
    MAX_CONTACTS,
    entries::{Seen, count_error},
};
use crate::{ContactField, EmailAddress, FieldError, FieldErrorCode, Policy, ReferenceData};

/// A parsed entry: the address, or the reason why it is invalid.
pub type ParsedAddress = Result<EmailAddress, FieldErrorCode>;

/// Parses the entries of a list.
pub fn parse_addresses(texts: &[String], reference: &dyn ReferenceData) -> Vec<ParsedAddress> {
    texts.iter().map(|text| EmailAddress::parse(text, reference)).collect()
}

/// Parses the shared address. Returns `None` for blank text.
pub fn parse_shared_address(text: &str, reference: &dyn ReferenceData) -> Option<ParsedAddress> {
    (!text.trim().is_empty()).then(|| EmailAddress::parse(text, reference))
}

/// Returns the errors of a list of addresses.
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

/// Returns the errors of the shared address.
pub fn shared_address_errors(entry: Option<&ParsedAddress>, policy: &Policy) -> Vec<FieldError> {
    const FIELD: ContactField = ContactField::OperationalShared;
    let count = count_error(FIELD, usize::from(entry.is_some()), 1, policy);
    let code = entry.and_then(|entry| entry.as_ref().err());
    count.into_iter().chain(code.map(|code| FieldError::of_field(FIELD, *code))).collect()
}
