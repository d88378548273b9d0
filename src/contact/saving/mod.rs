//! Saves the form, and resolves the conflict after another user's save.

mod conflict;
mod submit;

pub use conflict::{begin_conflict, compare_with_newer, resolve_conflict};
pub use submit::submit;
