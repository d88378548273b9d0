//! Computes the intervals during which support is open, in instants.

use super::HoursEntry;
use crate::{
    DayOfWeek,
    time_zones::{ZoneClock, civil_date},
};

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

/// A half-open interval of instants; the end is not included.
pub(super) type Stretch = (i64, i64);

/// Returns the intervals between two instants during which any shift is open, sorted and merged.
pub(super) fn open_stretches(
    shifts: &[Shift<'_>],
    clocks: &[(String, ZoneClock)],
    (from, to): Stretch,
) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for shift in shifts {
        let clock = &clocks[shift.clock].1;
        let (opens, closes) = shift.minutes();
        // A shift that began the day before may still be open.
        let first_day = clock.local(from).div_euclid(DAY) - 2;
        let last_day = clock.local(to).div_euclid(DAY);
        for day in first_day..=last_day {
            if shift.begins_on(civil_date::day_of_week(day)) {
                let begins = clock.instant(day * DAY + opens * MINUTE).max(from);
                let ends = clock.instant(day * DAY + closes * MINUTE).min(to);
                if begins < ends {
                    stretches.push((begins, ends));
                }
            }
        }
    }
    merged(stretches)
}

/// Returns the union of intervals, sorted. Touching intervals are joined.
pub(super) fn merged(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.sort_unstable();
    let mut union: Vec<Stretch> = Vec::new();
    for (from, to) in stretches {
        match union.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => union.push((from, to)),
        }
    }
    union
}
