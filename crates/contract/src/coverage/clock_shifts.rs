//! Compares the clocks of the schedules with each other and with the shown clock over the coming
//! months. Finds the next clock change that moves the chart, and all overlaps.

use super::{
    ClockChange, Overlap,
    intervals::{HORIZON, Interval, merged},
    shift::{DAY, MINUTE, Shift},
};
use crate::{DayOfWeek, time_zones::ZoneClock};

const WEEK: i64 = 7 * DAY;

pub(super) struct ClockShifts {
    pub(super) clock_change: Option<ClockChange>,
    pub(super) overlaps: Vec<Overlap>,
}

impl ClockShifts {
    /// Steps through all clock changes within the horizon.
    pub(super) fn find(
        shifts: &[Shift<'_>],
        clocks: &[(String, ZoneClock)],
        shown: (&str, &ZoneClock),
        now: i64,
    ) -> Self {
        let ahead = |at: i64| -> Vec<i64> {
            let shown_offset = shown.1.period(at).offset;
            let ahead = |clock: &ZoneClock| i64::from(clock.period(at).offset - shown_offset);
            clocks.iter().map(|(_, clock)| ahead(clock)).collect()
        };
        let all = || clocks.iter().map(|(_, clock)| clock).chain([shown.1]);

        let mut current = ahead(now);
        let mut known = vec![current.clone()];
        let mut clock_change = None;
        let mut at = now;
        while let Some(next) = all().filter_map(|clock| clock.period(at).until).min() {
            if next > now + HORIZON {
                break;
            }
            let following = ahead(next);
            if following != current {
                if clock_change.is_none()
                    && picture(shifts, &current) != picture(shifts, &following)
                {
                    clock_change = change_at(next, clocks, shown);
                }
                if !known.contains(&following) {
                    known.push(following.clone());
                }
                current = following;
            }
            at = next;
        }
        Self { clock_change, overlaps: overlaps(shifts, &known) }
    }
}

/// Returns the clock that moves the chart at an instant: the first schedule's clock that shifts
/// against the shown one, or else the shown clock.
fn change_at(
    at: i64,
    clocks: &[(String, ZoneClock)],
    shown: (&str, &ZoneClock),
) -> Option<ClockChange> {
    let by = |clock: &ZoneClock| clock.period(at).offset - clock.period(at - 1).offset;
    let shown_by = by(shown.1);
    let moves = |clock: &ZoneClock| by(clock) != 0 && by(clock) != shown_by;
    let of_schedule = clocks.iter().find(|(_, clock)| moves(clock));
    let (name, clock) = of_schedule.map_or(shown, |(name, clock)| (name.as_str(), clock));
    Some(ClockChange {
        at: u64::try_from(at).ok()?,
        shown_before: u64::try_from(at + i64::from(shown.1.period(at - 1).offset)).ok()?,
        time_zone: name.to_owned(),
        minutes: by(clock) / 60,
    })
}

/// Returns the usual week on the shown clock, given how far each schedule's clock is ahead of it.
fn picture(shifts: &[Shift<'_>], ahead: &[i64]) -> Vec<Interval> {
    merged(shifts.iter().flat_map(|shift| usual_week(shift, ahead[shift.clock])).collect())
}

/// Returns a shift's intervals in a week that wraps around after Sunday, in seconds.
fn usual_week(shift: &Shift<'_>, ahead: i64) -> Vec<Interval> {
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

/// Returns the pairs of shifts that cover the same minutes in any of these usual weeks.
fn overlaps(shifts: &[Shift<'_>], differences: &[Vec<i64>]) -> Vec<Overlap> {
    let count = shifts.len();
    let mut meets = vec![false; count * count];
    for ahead in differences {
        let of_shift = |(at, shift): (usize, &Shift<'_>)| {
            usual_week(shift, ahead[shift.clock]).into_iter().map(move |interval| (interval, at))
        };
        let mut week: Vec<_> = shifts.iter().enumerate().flat_map(of_shift).collect();
        week.sort_unstable();
        for (place, ((_, ends), one)) in week.iter().enumerate() {
            // The intervals are sorted by start, so those that begin before this one ends overlap
            // it.
            let following = week[place + 1..].iter();
            for (_, other) in following.take_while(|((begins, _), _)| begins < ends) {
                meets[one.min(other) * count + one.max(other)] = true;
            }
        }
    }
    let index = |at: usize| shifts[at].entry.index;
    let pairs = (0..count).flat_map(|at| (at + 1..count).map(move |after| (at, after)));
    pairs
        .filter(|(at, after)| meets[at * count + after])
        .map(|(at, after)| Overlap { first: index(at), second: index(after) })
        .collect()
}
