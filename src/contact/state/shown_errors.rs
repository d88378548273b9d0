//! Decides which errors are shown. An error is hidden until the user has had the chance to avoid
//! it.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, FieldError};

use super::contact_form_state::ContactFormState;

/// The fields whose errors are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShownErrors {
    /// The fields that the user has left, before the first submit.
    OfVisited(Vec<ContactField>),
    /// All fields, from the first submit on.
    All {
        /// The number of submits that errors have blocked.
        held_back: u32,
    },
}

impl Default for ShownErrors {
    fn default() -> Self {
        Self::OfVisited(Vec::new())
    }
}

impl ShownErrors {
    fn include(&self, field: ContactField) -> bool {
        match self {
            Self::OfVisited(fields) => fields.contains(&field),
            Self::All { .. } => true,
        }
    }
}

impl ContactFormState {
    /// Shows the field's errors from now on, because the user has left it.
    pub fn visit(self, field: ContactField) {
        if !self.shown.with_untracked(|shown| shown.include(field)) {
            self.shown.update(|shown| {
                if let ShownErrors::OfVisited(fields) = shown {
                    fields.push(field);
                }
            });
        }
    }

    /// Shows every error from now on, because the user has submitted the form.
    pub(in crate::contact) fn show_all_errors(self) {
        if !untrack(|| self.is_submitted()) {
            self.shown.set(ShownErrors::All { held_back: 0 });
        }
    }

    /// Counts a submit that errors have blocked.
    pub(in crate::contact) fn hold_back(self) {
        self.shown.set(ShownErrors::All { held_back: untrack(|| self.held_back()) + 1 });
    }

    /// Returns the number of blocked submits. Each of them moves the focus to the summary.
    pub fn held_back(self) -> u32 {
        match self.shown.get() {
            ShownErrors::OfVisited(_) => 0,
            ShownErrors::All { held_back } => held_back,
        }
    }

    /// Returns the field's errors if they are shown, else none.
    pub fn shown_errors(self, field: ContactField) -> Vec<FieldError> {
        let is_shown = self.shown.with(|shown| shown.include(field));
        if is_shown { self.checks.errors.of(field).get() } else { Vec::new() }
    }

    /// Returns `true` after the first submit. The error summary is shown from then on.
    pub fn is_submitted(self) -> bool {
        self.shown.with(|shown| matches!(shown, ShownErrors::All { .. }))
    }
}
