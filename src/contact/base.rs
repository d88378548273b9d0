//! The saved version.

use partner_portal_contract::contact_information::ContactInformationDocument;

use super::form::ContactForm;

/// The saved version that the form started from.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// As it is saved.
    pub document: ContactInformationDocument,
    /// As the form shows it.
    pub form: ContactForm,
}
