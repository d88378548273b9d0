//! Converts validated values to the texts in which they are stored and sent.

use super::{ContactInformationDraft, HoursDraft, ScheduleDraft};
use crate::{ContactInformation, EmailAddress, Hours, Schedule};

impl ContactInformation {
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
