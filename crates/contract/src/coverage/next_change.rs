//! Finds the next instant at which support opens or closes.

use super::{
    intervals::{HORIZON, open_intervals},
    shift::{DAY, Shift},
};
use crate::time_zones::ZoneClock;

/// A week, plus one day for shifts that began before it and one for a clock that is put back.
const WINDOW: i64 = 9 * DAY;

/// Returns the next instant after `now` at which support opens or closes, or `None` if there is
/// none within the horizon.
pub(super) fn next_change(
    shifts: &[Shift<'_>],
    clocks: &[(String, ZoneClock)],
    now: i64,
    is_open: bool,
) -> Option<i64> {
    let mut from = now;
    while from < now + HORIZON {
        let to = from + WINDOW;
        let open = open_intervals(shifts, clocks, (from, to));
        let change = match open.first() {
            Some(&(begins, ends)) if is_open => {
                if begins == from {
                    ends
                } else {
                    from
                }
            }
            None if is_open => from,
            Some(&(begins, _)) => begins,
            None => to,
        };
        if change < to {
            return Some(change);
        }
        // Until the next clock change, all following weeks equal this one.
        let next = clocks.iter().filter_map(|(_, clock)| clock.period(from).until).min();
        from = to.max(next? - 2 * DAY);
    }
    None
}
