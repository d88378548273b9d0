//! The history of the contact information: every save with its user, time and changes.

mod difference;
mod history_section;
mod pages;
mod revision_entry;

pub use history_section::HistorySection;
