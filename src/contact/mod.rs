//! The contact information: its form, and the modal that requires it.

mod drafts;
mod form;
mod history;
mod modal;
mod portal_chunk;
mod saving;
mod state;
mod texts;

pub use drafts::{follow_session, keep_drafts};
pub use form::{ContactInformationPanel, FormFooter, read_document};
pub use history::HistorySection;
pub use modal::RequiredInformationModal;
pub use state::{ContactFormState, save_progress::SaveProgress};
