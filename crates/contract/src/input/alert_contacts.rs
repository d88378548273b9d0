//! Validates alert contacts: users of the account, which can only change in Production.

use super::{
    MAX_CONTACTS,
    entries::{Seen, count_error},
};
use crate::{ContactField, FieldError, FieldErrorCode, Policy};

const FIELD: ContactField = ContactField::AlertContacts;

/// Returns the errors of the alert contacts.
pub fn alert_contact_errors(ids: &[String], policy: &Policy) -> Vec<FieldError> {
    if policy.defers(FIELD) {
        let is_changed = ids != policy.stored_alert_contacts;
        let error = FieldError::of_field(FIELD, FieldErrorCode::OnlyInProduction);
        return Vec::from_iter(is_changed.then_some(error));
    }
    let mut seen = Seen::of(FIELD);
    let entry_error = |(index, id): (usize, &String)| {
        if is_user_id(id) && !policy.unknown_users.contains(id) {
            seen.add(index, id.clone())
        } else {
            Some(FieldError::of_entry(FIELD, index, FieldErrorCode::UnknownUser))
        }
    };
    let count = count_error(FIELD, ids.len(), MAX_CONTACTS, policy);
    count.into_iter().chain(ids.iter().enumerate().filter_map(entry_error)).collect()
}

fn is_user_id(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}
