//! A save that the backend refused.

use partner_portal_contract::{ContactField, ContactInformationInput, FieldError};

/// A refused save. Its errors apply to a field until the field changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The input that was sent.
    pub input: ContactInformationInput,
    /// The errors of all fields.
    pub errors: Vec<FieldError>,
}

impl Refusal {
    /// Adds the backend's errors of a field to the form's own, unless the field has changed in
    /// `now`.
    pub fn add_to(
        &self,
        errors: &mut Vec<FieldError>,
        field: ContactField,
        now: &ContactInformationInput,
    ) {
        if self.input.changed_fields(now).contains(&field) {
            return;
        }
        let is_new = |error: &&FieldError| error.field == field && !errors.contains(error);
        let refused: Vec<_> = self.errors.iter().filter(is_new).cloned().collect();
        errors.extend(refused);
        errors.sort_by_key(|error| error.index);
    }
}
