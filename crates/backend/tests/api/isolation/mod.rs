//! Tests that an account is visible to its own users only.

mod accounts;
mod actors;
mod walk;
