//! Tests changing and removing a user.

mod alert_contacts;
mod change;
mod failures;
mod races;
mod remove;
