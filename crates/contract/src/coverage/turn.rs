//! Finds the next instant at which support opens or closes.

use super::{
    HORIZON,
    stretch::{DAY, Shift, open_stretches},
};
use crate::time_zones::ZoneClock;

/// A week, plus one day for shifts that began before it and one for a clock that is put back.
const WINDOW: i64 = 9 * DAY;

/// Returns the next instant after `now` at which support opens or closes, or `None` if there is
/// none within the horizon.
pub(super) fn next_turn(
    shifts: &[Shift<'_>],
    clocks: &[(String, ZoneClock)],
    now: i64,
    is_open: bool,
) -> Option<i64> {
    let mut from = now;
    while from < now + HORIZON {
        let to = from + WINDOW;
        let open = open_stretches(shifts, clocks, (from, to));
        let turn = match open.first() {
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
        if turn < to {
            return Some(turn);
        }
        // Until the next clock change, all following weeks equal this one.
        let next = clocks.iter().filter_map(|(_, clock)| clock.period(from).until).min();
        from = to.max(next? - 2 * DAY);
    }
    None
}
