//! How far the form is: what it will need next is fetched by that.

use leptos::{prelude::*, task::spawn_local};

use super::state::ContactFormState;

impl ContactFormState {
    /// Fetches the tables as soon as something is typed, because they check it. Where the user saves data
    /// they have not been fetched before.
    pub fn load_tables_when_typed(self) {
        Effect::new(move |_| {
            if self.is_dirty.get() {
                spawn_local(self.load_tables());
            }
        });
    }

    /// Whether Submit has been pressed, or would find nothing wrong with what is typed.
    pub fn is_ready_to_save(self) -> bool {
        // In the order of the form, up to the first error.
        let is_right = || self.checks.errors.all().iter().all(|errors| errors.with(Vec::is_empty));
        self.is_submitted() || self.is_dirty.get() && is_right()
    }
}
