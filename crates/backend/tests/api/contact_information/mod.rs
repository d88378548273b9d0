//! Tests saving the contact information.

mod idempotency;
mod rules;
mod save;
