//! The contact information: its form, and the modal that asks for it.

mod address_boxes;
mod autosave;
mod conflict;
mod contact_information_form;
mod contact_information_panel;
mod contact_information_summary;
mod document_reading;
mod field_texts;
mod fields;
mod form;
mod form_footer;
mod form_notices;
mod form_status;
mod history;
mod judgement;
mod modal_header;
mod readiness;
mod reminder;
mod required_information_modal;
mod requirements_list;
mod save;
mod save_progress;
mod seldom_code;
mod shown_errors;
mod state;

pub use autosave::keep_drafts;
pub use contact_information_panel::ContactInformationPanel;
pub use document_reading::read_document;
pub use form_footer::FormFooter;
pub use history::HistorySection;
pub use required_information_modal::RequiredInformationModal;
pub use save_progress::SaveProgress;
pub use state::ContactFormState;
