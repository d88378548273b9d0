//! Hours entries whose time zones are known.

use super::HoursEntry;
use crate::DayOfWeek;

pub(super) const MINUTE: i64 = 60;
pub(super) const DAY: i64 = 24 * 60 * MINUTE;

/// An entry with the clock of its time zone.
pub(super) struct Shift<'a> {
    pub(super) entry: &'a HoursEntry,
    /// The index into the list of all schedules' clocks.
    pub(super) clock: usize,
}

impl Shift<'_> {
    /// Returns opening and closing time in minutes since midnight. A closing time on the next day
    /// is more than a day's minutes.
    pub(super) fn minutes(&self) -> (i64, i64) {
        let opens = i64::from(self.entry.opens.minutes());
        let closes = i64::from(self.entry.closes.minutes());
        (opens, if closes > opens { closes } else { closes + DAY / MINUTE })
    }

    pub(super) fn begins_on(&self, day: DayOfWeek) -> bool {
        self.entry.days.contains(&day)
    }
}
