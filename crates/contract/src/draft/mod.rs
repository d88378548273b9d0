//! What somebody typed, right or wrong, and the only way from it to [`ContactInformation`].

mod support;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    ContactField, ContactInformation, DayOfWeek, EmailAddress, FieldError, FieldErrorCode,
    FieldRule, Policy, ReferenceData,
};

/// The most entries in a list of users or addresses.
pub const MAX_CONTACTS: usize = 20;
/// The most schedules.
pub const MAX_SCHEDULES: usize = 10;
/// The most hours entries in one schedule: three shifts on each day of the week.
pub const MAX_HOURS: usize = 21;

/// The contact information as typed: the body of a `PUT`, and the document of a `GET`, where it
/// holds canonical values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ContactInformationDraft {
    /// Ids of users of the account.
    pub alert_contacts: Vec<String>,
    /// E-mail addresses.
    pub technical_emergency: Vec<String>,
    /// E-mail addresses.
    pub technical_non_emergency: Vec<String>,
    /// E-mail addresses.
    pub merchant_issues: Vec<String>,
    /// E-mail addresses.
    pub operational_platform: Vec<String>,
    /// One e-mail address.
    pub operational_shared: String,
    /// Weekly hours, each in its time zone.
    pub operational_support: Vec<ScheduleDraft>,
}

/// A [`crate::Schedule`] as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ScheduleDraft {
    /// An IANA name such as `Europe/Warsaw`.
    pub time_zone: String,
    /// At least one entry.
    pub hours: Vec<HoursDraft>,
}

/// [`crate::Hours`] as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct HoursDraft {
    /// The days on which the hours begin.
    pub days: Vec<DayOfWeek>,
    /// `HH:MM`, before `24:00`.
    pub opens: String,
    /// `HH:MM`, up to `24:00`; not after `opens` means on the next day.
    pub closes: String,
}

impl ContactInformationDraft {
    /// Checks every field against every rule.
    ///
    /// # Errors
    /// All errors of all fields at once, in display order.
    pub fn parse(
        &self,
        policy: &Policy,
        reference: &dyn ReferenceData,
    ) -> Result<ContactInformation, Vec<FieldError>> {
        let mut check = Check { policy, reference, errors: Vec::new() };
        let parsed = ContactInformation {
            alert_contacts: check.alert_contacts(&self.alert_contacts),
            technical_emergency: check
                .addresses(ContactField::TechnicalEmergency, &self.technical_emergency),
            technical_non_emergency: check
                .addresses(ContactField::TechnicalNonEmergency, &self.technical_non_emergency),
            merchant_issues: check.addresses(ContactField::MerchantIssues, &self.merchant_issues),
            operational_platform: check
                .addresses(ContactField::OperationalPlatform, &self.operational_platform),
            operational_shared: check.shared_address(&self.operational_shared),
            operational_support: check.schedules(&self.operational_support),
        };
        if check.errors.is_empty() { Ok(parsed) } else { Err(check.errors) }
    }

    /// The fields in which two documents differ, in display order.
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

/// One walk through a draft. Entries that cannot be parsed are left out of what the methods
/// return and named in `errors`, so the result counts only when `errors` stays empty.
struct Check<'a> {
    policy: &'a Policy,
    reference: &'a dyn ReferenceData,
    errors: Vec<FieldError>,
}

impl Check<'_> {
    fn alert_contacts(&mut self, ids: &[String]) -> Vec<String> {
        const FIELD: ContactField = ContactField::AlertContacts;
        if self.policy.defers(FIELD) {
            if ids != self.policy.stored_alert_contacts {
                self.field_error(FIELD, FieldErrorCode::OnlyInProduction);
            }
            return ids.to_vec();
        }
        self.count(FIELD, ids.len(), MAX_CONTACTS);
        let mut seen = BTreeMap::new();
        for (index, id) in ids.iter().enumerate() {
            if !is_user_id(id) || self.policy.unknown_users.contains(id) {
                self.entry_error(FIELD, index, FieldErrorCode::UnknownUser);
            } else {
                self.distinct(FIELD, index, &mut seen, id.as_str());
            }
        }
        ids.to_vec()
    }

    fn addresses(&mut self, field: ContactField, texts: &[String]) -> Vec<EmailAddress> {
        self.count(field, texts.len(), MAX_CONTACTS);
        let mut seen = BTreeMap::new();
        let mut addresses = Vec::with_capacity(texts.len());
        for (index, text) in texts.iter().enumerate() {
            match EmailAddress::parse(text, self.reference) {
                Ok(address) => {
                    self.distinct(field, index, &mut seen, address.clone());
                    addresses.push(address);
                }
                Err(code) => self.entry_error(field, index, code),
            }
        }
        addresses
    }

    fn shared_address(&mut self, text: &str) -> Option<EmailAddress> {
        const FIELD: ContactField = ContactField::OperationalShared;
        let is_empty = text.trim().is_empty();
        self.count(FIELD, usize::from(!is_empty), 1);
        if is_empty {
            return None;
        }
        EmailAddress::parse(text, self.reference).map_err(|code| self.field_error(FIELD, code)).ok()
    }

    /// Too few or too many entries, or any where none belong.
    fn count(&mut self, field: ContactField, entries: usize, max: usize) {
        let code = match self.policy.rule(field) {
            FieldRule::Unavailable if entries > 0 => FieldErrorCode::NotPartOfIntegration,
            FieldRule::Required if entries == 0 => FieldErrorCode::Required,
            _ if entries > max => FieldErrorCode::TooMany,
            _ => return,
        };
        let mut error = FieldError::of_field(field, code);
        if code == FieldErrorCode::TooMany {
            error.params.max = u32::try_from(max).ok();
            error.params.count = u32::try_from(entries).ok();
        }
        self.errors.push(error);
    }

    /// Notes a value that an earlier entry already has.
    fn distinct<T: Ord>(
        &mut self,
        field: ContactField,
        index: usize,
        seen: &mut BTreeMap<T, usize>,
        value: T,
    ) {
        if let Some(first) = seen.get(&value) {
            let mut error = FieldError::of_entry(field, index, FieldErrorCode::Duplicate);
            error.params.first = u32::try_from(*first).ok();
            self.errors.push(error);
        } else {
            seen.insert(value, index);
        }
    }

    fn field_error(&mut self, field: ContactField, code: FieldErrorCode) {
        self.errors.push(FieldError::of_field(field, code));
    }

    fn entry_error(&mut self, field: ContactField, index: usize, code: FieldErrorCode) {
        self.errors.push(FieldError::of_entry(field, index, code));
    }
}

fn is_user_id(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}
