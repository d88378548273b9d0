//! Contact information that satisfies every rule of the policy it was parsed with.

pub(crate) mod lenient;

use serde::{Deserialize, Serialize};

use crate::{
    ContactInformationDraft, EmailAddress, Hours, HoursDraft, Schedule, ScheduleDraft, users::User,
};

/// Validated contact information. The only constructor is [`ContactInformationDraft::parse`].
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

    /// Returns the same information in canonical form, as it is stored and sent.
    pub fn to_draft(&self) -> ContactInformationDraft {
        let written =
            |addresses: &[EmailAddress]| addresses.iter().map(ToString::to_string).collect();
        ContactInformationDraft {
            alert_contacts: self.alert_contacts.clone(),
            technical_emergency: written(&self.technical_emergency),
            technical_non_emergency: written(&self.technical_non_emergency),
            merchant_issues: written(&self.merchant_issues),
            operational_platform: written(&self.operational_platform),
            operational_shared: self
                .operational_shared
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            operational_support: self.operational_support.iter().map(schedule_draft).collect(),
        }
    }
}

fn schedule_draft(schedule: &Schedule) -> ScheduleDraft {
    ScheduleDraft {
        time_zone: schedule.time_zone.clone(),
        hours: schedule.hours.iter().map(hours_draft).collect(),
    }
}

fn hours_draft(hours: &Hours) -> HoursDraft {
    HoursDraft {
        days: hours.days.clone(),
        opens: hours.opens.to_string(),
        closes: hours.closes.to_string(),
    }
}

/// The stored document, the response body of `GET` and `PUT`. Its `ETag` is the revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ContactInformationDocument {
    /// The fields; all empty at revision 0.
    #[serde(deserialize_with = "lenient::draft")]
    pub contact_information: ContactInformationDraft,
    /// The users behind the alert contacts' ids, for display. Users who no longer exist are
    /// omitted.
    #[serde(default)]
    pub alert_contact_users: Vec<User>,
    /// The number of saves; 0 before the first save.
    pub revision: u64,
    /// The user who saved last.
    pub updated_by: Option<UpdatedBy>,
    /// The time of the last save, in RFC 3339 with `Z`.
    pub updated_at: Option<String>,
}

/// The user who saved a revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdatedBy {
    /// The user's id.
    pub id: String,
    /// The user's current name.
    pub name: String,
}
