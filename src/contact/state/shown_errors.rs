//! The fields whose errors are shown. An error is hidden until the user has had the chance to avoid
//! it.

#[cfg(test)]
mod tests;

use leptos::prelude::*;
use partner_portal_contract::ContactField;

/// The fields whose errors are shown.
#[derive(Clone, Copy, Default)]
pub struct ShownErrors(RwSignal<Shown>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    /// The fields that the user has left, before the first submit.
    OfLeftFields(Vec<ContactField>),
    /// All fields, from the first submit on.
    All {
        /// The number of submits that errors have blocked.
        blocked_submits: u32,
    },
}

impl Default for Shown {
    fn default() -> Self {
        Self::OfLeftFields(Vec::new())
    }
}

impl Shown {
    fn includes(&self, field: ContactField) -> bool {
        match self {
            Self::OfLeftFields(fields) => fields.contains(&field),
            Self::All { .. } => true,
        }
    }
}

impl ShownErrors {
    /// Returns `true` if the field's errors are shown.
    pub fn includes(self, field: ContactField) -> bool {
        self.0.with(|shown| shown.includes(field))
    }

    /// Shows the field's errors from now on, because the user has left it.
    pub fn show_field(self, field: ContactField) {
        if !self.0.with_untracked(|shown| shown.includes(field)) {
            self.0.update(|shown| {
                if let Shown::OfLeftFields(fields) = shown {
                    fields.push(field);
                }
            });
        }
    }

    /// Shows every error from now on, because the user has submitted the form.
    pub fn show_all(self) {
        if !untrack(|| self.is_submitted()) {
            self.0.set(Shown::All { blocked_submits: 0 });
        }
    }

    /// Counts a submit that errors have blocked.
    pub fn count_blocked_submit(self) {
        let blocked_submits = untrack(|| self.blocked_submits()) + 1;
        self.0.set(Shown::All { blocked_submits });
    }

    /// Returns the number of blocked submits. Each of them moves the focus to the summary.
    pub fn blocked_submits(self) -> u32 {
        match self.0.get() {
            Shown::OfLeftFields(_) => 0,
            Shown::All { blocked_submits } => blocked_submits,
        }
    }

    /// Returns `true` after the first submit. The error summary is shown from then on.
    pub fn is_submitted(self) -> bool {
        self.0.with(|shown| matches!(shown, Shown::All { .. }))
    }

    /// Hides every error, as before the first submit.
    pub fn reset(self) {
        self.0.set(Shown::default());
    }
}
