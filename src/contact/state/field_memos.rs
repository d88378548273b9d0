//! Holds a memo for each field.

use leptos::prelude::*;

use crate::reactive::memo;
use partner_portal_contract::ContactField;

/// A memo for each field, including [`ContactField::Unknown`]. Typing in one field does not
/// recompute the memos of the others.
pub struct FieldMemos<T: Send + Sync + 'static>(StoredValue<Vec<Memo<T>>>);

impl<T: Send + Sync + 'static> Clone for FieldMemos<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for FieldMemos<T> {}

impl<T: PartialEq + Send + Sync + 'static> FieldMemos<T> {
    /// Creates the memos. `derive` must track only the values on which its field depends.
    pub fn new(derive: impl Fn(ContactField) -> T + Copy + Send + Sync + 'static) -> Self {
        let fields = ContactField::ALL.into_iter().chain([ContactField::Unknown]);
        let memo = |field| memo(move || derive(field));
        Self(StoredValue::new(fields.map(memo).collect()))
    }

    /// Returns the memo of a field.
    pub fn of(self, field: ContactField) -> Memo<T> {
        self.0.with_value(|memos| memos[field as usize])
    }

    /// Returns every memo, in the order of the fields.
    pub fn all(self) -> Vec<Memo<T>> {
        self.0.get_value()
    }
}
