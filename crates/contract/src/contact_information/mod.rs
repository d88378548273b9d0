//! Contact information that satisfies every rule of the policy it was parsed with.

mod document;

pub use document::{ContactInformationDocument, UpdatedBy};

use crate::{EmailAddress, Schedule};

/// Validated contact information. The only constructor is
/// [`ContactInformationInput::parse`](crate::ContactInformationInput::parse).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactInformation {
    pub(crate) alert_contacts: Vec<String>,
    pub(crate) technical_emergency: Vec<EmailAddress>,
    pub(crate) technical_non_emergency: Vec<EmailAddress>,
    pub(crate) merchant_issues: Vec<EmailAddress>,
    pub(crate) operational_platform: Vec<EmailAddress>,
    /// `None` only if the policy does not require it.
    pub(crate) operational_shared: Option<EmailAddress>,
    pub(crate) operational_support: Vec<Schedule>,
}

impl ContactInformation {
    /// Returns the support schedules.
    pub fn operational_support(&self) -> &[Schedule] {
        &self.operational_support
    }
}
