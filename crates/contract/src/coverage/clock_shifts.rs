//! Compares the clocks of the schedules with each other and with the shown clock over the coming
//! months. Finds the next clock change that moves the chart, and all overlaps.

use super::{
    ClockChange, Overlap,
    intervals::{HORIZON, Interval, merged},
    overlaps::overlaps,
    shift::Shift,
    usual_week::usual_week,
};
use crate::time_zones::ZoneClock;

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
