//! The contact information: its form, and the modal that requires it.

mod address_boxes;
mod autosave;
mod base;
mod checks;
mod conflict;
mod contact_information_form;
mod contact_information_panel;
mod document_reading;
mod field_memos;
mod field_texts;
mod fields;
mod form;
mod form_errors;
mod form_footer;
mod form_notices;
mod form_status;
mod history;
mod modal_header;
mod policy;
mod portal_chunk;
mod readiness;
mod refusal;
mod required_information_modal;
mod save;
mod save_progress;
mod shown_errors;
mod state;
mod typed;

pub use autosave::keep_drafts;
pub use contact_information_panel::ContactInformationPanel;
pub use document_reading::read_document;
pub use form_footer::FormFooter;
pub use history::HistorySection;
pub use required_information_modal::RequiredInformationModal;
pub use save_progress::SaveProgress;
pub use state::ContactFormState;
