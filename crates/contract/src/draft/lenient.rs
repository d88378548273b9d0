//! Lenient deserialization of contact information in responses. Requests with unknown fields are
//! rejected; a newer backend may add fields to responses, and they are ignored.

use serde::{Deserialize, Deserializer};

use crate::{ContactInformationDraft, DayOfWeek, HoursDraft, ScheduleDraft};

pub(crate) fn draft<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<ContactInformationDraft, D::Error> {
    LenientDraft::deserialize(from)
}

fn schedules<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<ScheduleDraft>, D::Error> {
    #[derive(Deserialize)]
    struct Entry(#[serde(with = "LenientSchedule")] ScheduleDraft);
    Ok(Vec::<Entry>::deserialize(from)?.into_iter().map(|Entry(schedule)| schedule).collect())
}

fn hours<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<HoursDraft>, D::Error> {
    #[derive(Deserialize)]
    struct Entry(#[serde(with = "LenientHours")] HoursDraft);
    Ok(Vec::<Entry>::deserialize(from)?.into_iter().map(|Entry(hours)| hours).collect())
}

#[derive(Deserialize)]
#[serde(remote = "ContactInformationDraft")]
struct LenientDraft {
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
    operational_support: Vec<ScheduleDraft>,
}

#[derive(Deserialize)]
#[serde(remote = "ScheduleDraft")]
struct LenientSchedule {
    #[serde(default)]
    time_zone: String,
    #[serde(default, deserialize_with = "hours")]
    hours: Vec<HoursDraft>,
}

#[derive(Deserialize)]
#[serde(remote = "HoursDraft")]
struct LenientHours {
    #[serde(default)]
    days: Vec<DayOfWeek>,
    #[serde(default)]
    opens: String,
    #[serde(default)]
    closes: String,
}
