//! The contact information as typed, valid or not, and its validation into [`ContactInformation`].

mod addresses;
mod alert_contacts;
mod entries;
mod support;

use serde::{Deserialize, Serialize};

use self::support::parse_schedules;
pub use self::{
    addresses::{
        ParsedAddress, address_list_errors, parse_addresses, parse_shared_address,
        shared_address_errors,
    },
    alert_contacts::alert_contact_errors,
    support::schedule_errors,
};
use crate::{
    ContactField, ContactInformation, DayOfWeek, EmailAddress, FieldError, Policy, ReferenceData,
};

/// The maximum number of entries in a list of users or addresses.
pub const MAX_CONTACTS: usize = 20;
/// The maximum number of schedules.
pub const MAX_SCHEDULES: usize = 10;
/// The maximum number of hours entries in one schedule: three shifts on each day of the week.
pub const MAX_HOURS: usize = 21;

/// The contact information as typed: the body of a `PUT`. The response of a `GET` uses the same
/// type with canonical values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ContactInformationDraft {
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
    pub operational_support: Vec<ScheduleDraft>,
}

/// A [`crate::Schedule`] as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ScheduleDraft {
    /// An IANA name such as `Europe/Warsaw`.
    pub time_zone: String,
    /// The hours; a valid schedule has at least one entry.
    pub hours: Vec<HoursDraft>,
}

/// [`crate::Hours`] as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct HoursDraft {
    /// The days on which the hours begin.
    pub days: Vec<DayOfWeek>,
    /// The opening time, `HH:MM`, before `24:00`.
    pub opens: String,
    /// The closing time, `HH:MM`, up to `24:00`. It is on the next day unless it is after `opens`.
    pub closes: String,
}

impl ContactInformationDraft {
    /// Validates every field. No rule involves two fields, so each field's errors are those that
    /// its own function returns.
    ///
    /// # Errors
    /// All errors of all fields at once, in display order.
    pub fn parse(
        &self,
        policy: &Policy,
        reference: &dyn ReferenceData,
    ) -> Result<ContactInformation, Vec<FieldError>> {
        let mut errors = alert_contact_errors(&self.alert_contacts, policy);
        let mut addresses = |field: ContactField, texts: &[String]| -> Vec<EmailAddress> {
            let entries = parse_addresses(texts, reference);
            errors.extend(address_list_errors(field, &entries, policy));
            entries.into_iter().flatten().collect()
        };
        let technical_emergency =
            addresses(ContactField::TechnicalEmergency, &self.technical_emergency);
        let technical_non_emergency =
            addresses(ContactField::TechnicalNonEmergency, &self.technical_non_emergency);
        let merchant_issues = addresses(ContactField::MerchantIssues, &self.merchant_issues);
        let operational_platform =
            addresses(ContactField::OperationalPlatform, &self.operational_platform);
        let shared = parse_shared_address(&self.operational_shared, reference);
        errors.extend(shared_address_errors(shared.as_ref(), policy));
        let schedules = parse_schedules(&self.operational_support, policy, reference);
        errors.extend(schedules.errors);
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(ContactInformation {
            alert_contacts: self.alert_contacts.clone(),
            technical_emergency,
            technical_non_emergency,
            merchant_issues,
            operational_platform,
            operational_shared: shared.and_then(Result::ok),
            operational_support: schedules.parsed,
        })
    }

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
