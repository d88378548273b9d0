//! Tests the coverage chart of a week of support.

mod clock_changes;
mod drafts;
mod properties;
mod schedules;
#[path = "../support/mod.rs"]
mod support;
mod week;
