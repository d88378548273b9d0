//! The saved version of the form.

use partner_portal_contract::contact_information::ContactInformationDocument;

use super::contact_form::ContactForm;

/// The saved version that the form started from.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// The saved document.
    pub document: ContactInformationDocument,
    /// The document's values as the form shows them.
    pub form: ContactForm,
}
