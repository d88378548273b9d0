//! Operational support: weekly hours in a time zone.

use serde::{Deserialize, Serialize};

use crate::TimeOfDay;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names of the days say it")]
pub enum DayOfWeek {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl DayOfWeek {
    /// Every day, Monday first (ISO 8601). The user interface starts with the locale's first day
    /// instead.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];
    /// Monday to Friday.
    pub const WEEKDAYS: [Self; 5] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday];
}

/// Opening and closing time on some days of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    pub(crate) days: Vec<DayOfWeek>,
    pub(crate) opens: TimeOfDay,
    pub(crate) closes: TimeOfDay,
}

impl Hours {
    /// Returns the days on which the hours begin: sorted, without duplicates, at least one.
    pub fn days(&self) -> &[DayOfWeek] {
        &self.days
    }

    /// Returns the opening time; never `24:00`.
    pub fn opens(&self) -> TimeOfDay {
        self.opens
    }

    /// Returns the closing time. It is on the next day if [`Self::closes_next_day`] is true.
    pub fn closes(&self) -> TimeOfDay {
        self.closes
    }

    /// Returns true if the hours run past midnight: `closes` is not after `opens`.
    pub fn closes_next_day(&self) -> bool {
        self.closes <= self.opens
    }
}

/// Weekly hours in one time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    pub(crate) time_zone: String,
    pub(crate) hours: Vec<Hours>,
}

impl Schedule {
    /// Returns the IANA name, in the spelling of the IANA list.
    pub fn time_zone(&self) -> &str {
        &self.time_zone
    }

    /// Returns the hours; at least one entry.
    pub fn hours(&self) -> &[Hours] {
        &self.hours
    }
}
