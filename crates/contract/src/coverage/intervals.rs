//! Computes the intervals during which support is open, in instants.

use super::shift::{DAY, MINUTE, Shift};
use crate::time_zones::{ZoneClock, civil_date};

/// The search range for future changes, in seconds: thirteen months, which covers all clock changes
/// of a year.
pub(super) const HORIZON: i64 = 396 * DAY;

/// A half-open interval of instants; the end is not included.
pub(super) type Interval = (i64, i64);

/// Returns the intervals between two instants during which any shift is open, sorted and merged.
pub(super) fn open_intervals(
    shifts: &[Shift<'_>],
    clocks: &[(String, ZoneClock)],
    (from, to): Interval,
) -> Vec<Interval> {
    let mut intervals = Vec::new();
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
                    intervals.push((begins, ends));
                }
            }
        }
    }
    merged(intervals)
}

/// Returns the union of intervals, sorted. Touching intervals are joined.
pub(super) fn merged(mut intervals: Vec<Interval>) -> Vec<Interval> {
    intervals.sort_unstable();
    let mut union: Vec<Interval> = Vec::new();
    for (from, to) in intervals {
        match union.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => union.push((from, to)),
        }
    }
    union
}
