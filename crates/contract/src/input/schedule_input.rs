//! Support schedules as typed.

use serde::{Deserialize, Serialize};

use crate::DayOfWeek;

/// A [`crate::Schedule`] as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ScheduleDraft))]
#[serde(deny_unknown_fields, default)]
pub struct ScheduleInput {
    /// An IANA name such as `Europe/Warsaw`.
    pub time_zone: String,
    /// The hours; a valid schedule has at least one entry.
    pub hours: Vec<HoursInput>,
}

/// [`crate::Hours`] as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = HoursDraft))]
#[serde(deny_unknown_fields, default)]
pub struct HoursInput {
    /// The days on which the hours begin.
    pub days: Vec<DayOfWeek>,
    /// The opening time, `HH:MM`, before `24:00`.
    pub opens: String,
    /// The closing time, `HH:MM`, up to `24:00`. It is on the next day unless it is after `opens`.
    pub closes: String,
}
