//! The modal that requires the contact information and cannot be dismissed.

mod modal_header;
mod required_information_modal;

pub use required_information_modal::RequiredInformationModal;
