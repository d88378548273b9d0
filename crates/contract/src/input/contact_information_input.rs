//! The contact information as typed.

use serde::{Deserialize, Serialize};

use super::ScheduleInput;
use crate::ContactField;

/// The contact information as typed: the body of a `PUT`. The response of a `GET` uses the same
/// type with canonical values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ContactInformationDraft))]
#[serde(deny_unknown_fields, default)]
pub struct ContactInformationInput {
    /// The ids of users of the account.
    pub alert_contacts: Vec<String>,
    /// E-mail addresses.
    pub technical_emergency: Vec<String>,
    /// E-mail addresses.
    pub technical_non_emergency: Vec<String>,
    /// E-mail addresses.
    pub merchant_issues: Vec<String>,
    /// E-mail addresses.
    pub operational_platform: Vec<String>,
    /// A single e-mail address.
    pub operational_shared: String,
    /// The support schedules.
    pub operational_support: Vec<ScheduleInput>,
}

impl ContactInformationInput {
    /// Returns the fields in which two documents differ, in display order.
    pub fn changed_fields(&self, other: &Self) -> Vec<ContactField> {
        let is_changed = |field: &ContactField| match field {
            ContactField::AlertContacts => self.alert_contacts != other.alert_contacts,
            ContactField::TechnicalEmergency => {
                self.technical_emergency != other.technical_emergency
            }
            ContactField::TechnicalNonEmergency => {
                self.technical_non_emergency != other.technical_non_emergency
            }
            ContactField::MerchantIssues => self.merchant_issues != other.merchant_issues,
            ContactField::OperationalPlatform => {
                self.operational_platform != other.operational_platform
            }
            ContactField::OperationalShared => self.operational_shared != other.operational_shared,
            ContactField::OperationalSupport => {
                self.operational_support != other.operational_support
            }
            ContactField::Unknown => false,
        };
        ContactField::ALL.into_iter().filter(is_changed).collect()
    }
}
