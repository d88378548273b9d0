//! Tells how far the user has come with the form, so that the code and data of the next step can be
//! fetched.

use leptos::{prelude::*, task::spawn_local};

use super::contact_form_state::ContactFormState;
use crate::reactive::effect;

impl ContactFormState {
    /// Fetches the tables as soon as the user types, because typed text is checked with them. If
    /// the user saves data, they have not been prefetched.
    pub fn load_tables_when_typed(self) {
        effect(move || {
            if self.is_dirty.get() {
                spawn_local(self.load_tables());
            }
        });
    }

    /// Returns `true` if Submit has been pressed or would find no errors in the typed text.
    pub fn is_ready_to_save(self) -> bool {
        // Checks the fields in the order of the form, up to the first error.
        let is_right = || self.checks.errors.all().iter().all(|errors| errors.with(Vec::is_empty));
        self.shown.is_submitted() || self.is_dirty.get() && is_right()
    }
}
