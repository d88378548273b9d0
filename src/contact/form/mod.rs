//! The form: its panel, fields, notices, error summary and footer.

mod contact_information_form;
mod contact_information_panel;
mod document_reading;
mod draft_notices;
mod fields;
mod form_errors;
mod form_footer;
mod form_notices;
mod form_status;

pub use contact_information_panel::ContactInformationPanel;
pub use document_reading::{DocumentReading, read_document};
pub use form_footer::FormFooter;
