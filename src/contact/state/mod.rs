//! The data of the form as `Copy` handles. It contains no view, and knows no other module of
//! `contact`.

pub mod address_boxes;
pub mod autosave;
pub mod base;
pub mod checks;
pub mod conflict;
pub mod contact_form;
mod contact_form_state;
pub mod draft_content;
mod field_memos;
mod policy;
pub mod refusal;
pub mod save_progress;
pub mod saves;
pub mod shown_errors;
pub mod typed;

pub use contact_form_state::ContactFormState;
