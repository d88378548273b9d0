//! Lenient deserialization of contact information in responses. Requests with unknown fields are
//! rejected; a newer backend may add fields to responses, and they are ignored.

use serde::{Deserialize, Deserializer};

use crate::{ContactInformationInput, DayOfWeek, HoursInput, ScheduleInput};

pub(crate) fn input<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<ContactInformationInput, D::Error> {
    LenientInput::deserialize(from)
}

fn schedules<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<ScheduleInput>, D::Error> {
    #[derive(Deserialize)]
    struct Entry(#[serde(with = "LenientSchedule")] ScheduleInput);
    Ok(Vec::<Entry>::deserialize(from)?.into_iter().map(|Entry(schedule)| schedule).collect())
}

fn hours<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<HoursInput>, D::Error> {
    #[derive(Deserialize)]
    struct Entry(#[serde(with = "LenientHours")] HoursInput);
    Ok(Vec::<Entry>::deserialize(from)?.into_iter().map(|Entry(hours)| hours).collect())
}

#[derive(Deserialize)]
#[serde(remote = "ContactInformationInput")]
struct LenientInput {
    #[serde(default)]
    alert_contacts: Vec<String>,
    #[serde(default)]
    technical_emergency: Vec<String>,
    #[serde(default)]
    technical_non_emergency: Vec<String>,
    #[serde(default)]
    merchant_issues: Vec<String>,
    #[serde(default)]
    operational_platform: Vec<String>,
    #[serde(default)]
    operational_shared: String,
    #[serde(default, deserialize_with = "schedules")]
    operational_support: Vec<ScheduleInput>,
}

#[derive(Deserialize)]
#[serde(remote = "ScheduleInput")]
struct LenientSchedule {
    #[serde(default)]
    time_zone: String,
    #[serde(default, deserialize_with = "hours")]
    hours: Vec<HoursInput>,
}

#[derive(Deserialize)]
#[serde(remote = "HoursInput")]
struct LenientHours {
    #[serde(default)]
    days: Vec<DayOfWeek>,
    #[serde(default)]
    opens: String,
    #[serde(default)]
    closes: String,
}
