//! Finds hours entries that cover the same minutes.

use super::{Overlap, shift::Shift, usual_week::usual_week};

/// Returns the pairs of shifts that cover the same minutes in any of these usual weeks. `differences`
/// lists, for each of them, by how many seconds each clock is ahead of the shown one.
pub(super) fn overlaps(shifts: &[Shift<'_>], differences: &[Vec<i64>]) -> Vec<Overlap> {
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
