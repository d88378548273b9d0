//! Validates what all lists have in common: the number of entries, and that no entry repeats.

use std::collections::BTreeMap;

use crate::{ContactField, FieldError, FieldErrorCode, FieldRule, Policy};

/// Returns the error if there are too few or too many entries, or any in a field that must be
/// empty.
pub(super) fn count_error(
    field: ContactField,
    entries: usize,
    max: usize,
    policy: &Policy,
) -> Option<FieldError> {
    let of_field = |code| Some(FieldError::of_field(field, code));
    match policy.rule(field) {
        FieldRule::Unavailable if entries > 0 => of_field(FieldErrorCode::NotPartOfIntegration),
        FieldRule::Required if entries == 0 => of_field(FieldErrorCode::Required),
        _ if entries > max => {
            of_field(FieldErrorCode::TooMany).map(|error| counted(error, entries, max))
        }
        _ => None,
    }
}

/// Adds the number of entries and the maximum to an error.
pub(super) fn counted(mut error: FieldError, entries: usize, max: usize) -> FieldError {
    error.params.max = u32::try_from(max).ok();
    error.params.count = u32::try_from(entries).ok();
    error
}

/// The values of a list seen so far, each with the index of its first occurrence.
pub(super) struct Seen<T> {
    field: ContactField,
    values: BTreeMap<T, usize>,
}

impl<T: Ord> Seen<T> {
    /// Returns an empty collection for a field.
    pub(super) fn of(field: ContactField) -> Self {
        Self { field, values: BTreeMap::new() }
    }

    /// Adds an entry's value. Returns an error if an earlier entry has the same value.
    pub(super) fn add(&mut self, index: usize, value: T) -> Option<FieldError> {
        let first = *self.values.entry(value).or_insert(index);
        (first != index).then(|| {
            let mut error = FieldError::of_entry(self.field, index, FieldErrorCode::Duplicate);
            error.params.first = u32::try_from(first).ok();
            error
        })
    }
}
