//! The input of the computation.

use super::HoursEntry;
use crate::DayOfWeek;

/// The input for the chart of one week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageQuestion {
    /// The hours of all schedules.
    pub entries: Vec<HoursEntry>,
    /// The IANA name of the time zone in which the week is shown.
    pub shown_zone: String,
    /// The first day of the week.
    pub first_day: DayOfWeek,
    /// The current instant, in seconds since 1970. The chart shows the calendar week that contains
    /// it.
    pub now: u64,
}
