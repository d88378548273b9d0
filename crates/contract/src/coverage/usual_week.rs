//! A shift's place in a week that no clock change interrupts.

use super::{
    intervals::Interval,
    shift::{DAY, MINUTE, Shift},
};
use crate::DayOfWeek;

const WEEK: i64 = 7 * DAY;

/// Returns a shift's intervals in a week that wraps around after Sunday, in seconds.
pub(super) fn usual_week(shift: &Shift<'_>, ahead: i64) -> Vec<Interval> {
    let (opens, closes) = shift.minutes();
    let mut intervals = Vec::new();
    for (day, day_of_week) in (0..).zip(DayOfWeek::ALL) {
        if shift.begins_on(day_of_week) {
            let begins = (day * DAY + opens * MINUTE - ahead).rem_euclid(WEEK);
            let ends = begins + (closes - opens) * MINUTE;
            intervals.push((begins, ends.min(WEEK)));
            if ends > WEEK {
                intervals.push((0, ends - WEEK));
            }
        }
    }
    intervals
}
