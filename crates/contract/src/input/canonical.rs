//! Converts validated values to the texts in which they are stored and sent.

use super::{ContactInformationInput, HoursInput, ScheduleInput};
use crate::{ContactInformation, EmailAddress, Hours, Schedule};

impl ContactInformation {
    /// Returns the same information in canonical form, as it is stored and sent.
    pub fn to_input(&self) -> ContactInformationInput {
        let written =
            |addresses: &[EmailAddress]| addresses.iter().map(ToString::to_string).collect();
        ContactInformationInput {
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
            operational_support: self.operational_support.iter().map(schedule_input).collect(),
        }
    }
}

fn schedule_input(schedule: &Schedule) -> ScheduleInput {
    ScheduleInput {
        time_zone: schedule.time_zone.clone(),
        hours: schedule.hours.iter().map(hours_input).collect(),
    }
}

fn hours_input(hours: &Hours) -> HoursInput {
    HoursInput {
        days: hours.days.clone(),
        opens: hours.opens.to_string(),
        closes: hours.closes.to_string(),
    }
}
