//! Who saved what when.

mod difference;
mod history_section;
mod pages;
mod revision_entry;

pub use history_section::HistorySection;
