//! Which of the errors are shown: never one that the user has not had the chance to avoid.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, FieldError};

use super::state::ContactFormState;

/// Whose errors are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShownErrors {
    /// Before a submit: those of the fields that the user has left.
    OfVisited(Vec<ContactField>),
    /// From the first submit on: all.
    All {
        /// Counts the submits that errors held back.
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
    /// The user has left the field: from now on its errors are shown.
    pub fn visit(self, field: ContactField) {
        if !self.shown.with_untracked(|shown| shown.include(field)) {
            self.shown.update(|shown| {
                if let ShownErrors::OfVisited(fields) = shown {
                    fields.push(field);
                }
            });
        }
    }

    /// A submit is tried: from now on every error is shown.
    pub(super) fn show_all_errors(self) {
        if !untrack(|| self.is_submitted()) {
            self.shown.set(ShownErrors::All { held_back: 0 });
        }
    }

    /// Errors hold a submit back.
    pub(super) fn hold_back(self) {
        self.shown.set(ShownErrors::All { held_back: untrack(|| self.held_back()) + 1 });
    }

    /// Counts the submits that errors held back: each moves the focus to the summary.
    pub fn held_back(self) -> u32 {
        match self.shown.get() {
            ShownErrors::OfVisited(_) => 0,
            ShownErrors::All { held_back } => held_back,
        }
    }

    /// The field's errors, as far as they are shown.
    pub fn shown_errors(self, field: ContactField) -> Vec<FieldError> {
        let is_shown = self.shown.with(|shown| shown.include(field));
        if is_shown { self.checks.errors.of(field).get() } else { Vec::new() }
    }

    /// Whether a submit has been tried: the error summary shows from then on.
    pub fn is_submitted(self) -> bool {
        self.shown.with(|shown| matches!(shown, ShownErrors::All { .. }))
    }
}
