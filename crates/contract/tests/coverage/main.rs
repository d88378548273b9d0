//! Tests the coverage chart of a week of support.

mod clock_changes;
mod inputs;
mod properties;
mod schedules;
#[path = "../support/mod.rs"]
mod support;
mod week;
