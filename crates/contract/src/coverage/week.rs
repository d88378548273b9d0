//! Computes the chart of one calendar week.

use super::{
    Coverage, CoverageDay, CoverageNow, CoverageQuestion, HoursEntry, Span,
    clock_shifts::ClockShifts,
    intervals::{HORIZON, Interval, merged, open_intervals},
    next_change::next_change,
    shift::{DAY, MINUTE, Shift},
};
use crate::{
    DayOfWeek, Schedule,
    time_zones::{ZoneClock, ZoneRules, civil_date},
};

/// 9999-12-31. The dates of later instants would have more than four digits in the year.
const LAST_MOMENT: u64 = 253_402_300_799;

/// The margin around the current instant and the horizon that computations may reach beyond them.
const MARGIN: i64 = 30 * DAY;

/// Returns the calendar week of `shown_zone` that contains `now` (seconds since 1970) and begins
/// with `first_day`. Returns `None` if the zone does not exist or `now` is after the year 9999.
pub fn week(
    schedules: &[Schedule],
    shown_zone: &str,
    first_day: DayOfWeek,
    now: u64,
    zones: &dyn ZoneRules,
) -> Option<Coverage> {
    let entries = HoursEntry::of_schedules(schedules);
    CoverageQuestion { entries, shown_zone: shown_zone.to_owned(), first_day, now }.answer(zones)
}

impl CoverageQuestion {
    /// Computes the chart. Entries with unknown time zones are skipped. Returns `None` as [`week`]
    /// does.
    pub fn answer(&self, zones: &dyn ZoneRules) -> Option<Coverage> {
        let now = i64::try_from(self.now).ok().filter(|_| self.now <= LAST_MOMENT)?;
        let clock =
            |zone: &str| Some(zones.clock(zone)?.between(now - MARGIN, now + HORIZON + MARGIN));
        let shown = clock(&self.shown_zone)?;
        let (shifts, clocks) = self.shifts(clock);

        let local_now = shown.local(now);
        let today = local_now.div_euclid(DAY);
        let day_of_week = civil_date::day_of_week(today) as i64;
        let first_day = today - (day_of_week - self.first_day as i64).rem_euclid(7);
        let begins = shown.instant(first_day * DAY);
        let ends = shown.instant((first_day + 7) * DAY);

        // One extra day on both sides, because the clock may be put forward at the very start of
        // the week.
        let open = open_intervals(&shifts, &clocks, (begins - DAY, ends + DAY));
        let is_open = open.iter().any(|(from, to)| (*from..*to).contains(&now));
        let seconds: i64 =
            open.iter().map(|(from, to)| ((*to).min(ends) - (*from).max(begins)).max(0)).sum();
        let clock_shifts = ClockShifts::find(&shifts, &clocks, (&self.shown_zone, &shown), now);
        Some(Coverage {
            days: days(&local_intervals(&open, &shown), first_day),
            now: CoverageNow {
                day: usize::try_from(today - first_day).ok()?,
                minute: minute_of_day(local_now.rem_euclid(DAY)),
            },
            is_open,
            changes_at: next_change(&shifts, &clocks, now, is_open)
                .and_then(|at| u64::try_from(at).ok()),
            minutes_per_week: u32::try_from(seconds / MINUTE).ok()?,
            clock_change: clock_shifts.clock_change,
            overlaps: clock_shifts.overlaps,
        })
    }

    /// Returns the entries whose zones exist, and the clocks of these zones.
    fn shifts(
        &self,
        clock_of: impl Fn(&str) -> Option<ZoneClock>,
    ) -> (Vec<Shift<'_>>, Vec<(String, ZoneClock)>) {
        let mut clocks: Vec<(String, ZoneClock)> = Vec::new();
        let mut shifts = Vec::new();
        for entry in &self.entries {
            let known = clocks.iter().position(|(name, _)| *name == entry.time_zone);
            let clock = known.or_else(|| {
                clocks.push((entry.time_zone.clone(), clock_of(&entry.time_zone)?));
                Some(clocks.len() - 1)
            });
            if let Some(clock) = clock {
                shifts.push(Shift { entry, clock });
            }
        }
        (shifts, clocks)
    }
}

/// Converts open intervals to times of the shown clock. An hour that the clock skips counts as open
/// if support is open before and after it, so round-the-clock support shows no gap.
fn local_intervals(open: &[Interval], shown: &ZoneClock) -> Vec<Interval> {
    let mut local = Vec::new();
    for &(from, to) in open {
        let mut at = from;
        while at < to {
            let period = shown.period(at);
            let end = period.until.map_or(to, |until| until.min(to));
            let shown_end = end + i64::from(period.offset);
            let bridged = if end < to { shown_end.max(shown.local(end)) } else { shown_end };
            local.push((at + i64::from(period.offset), bridged));
            at = end;
        }
    }
    merged(local)
}

fn days(local: &[Interval], first_day: i64) -> Vec<CoverageDay> {
    let day = |day: i64| {
        let spans = local.iter().filter_map(|(from, to)| {
            let from = (from - day * DAY).max(0);
            let to = (to - day * DAY).min(DAY);
            (from < to).then(|| Span { from: minute_of_day(from), to: minute_of_day(to) })
        });
        CoverageDay {
            date: civil_date::iso_date(day),
            day: civil_date::day_of_week(day),
            spans: spans.collect(),
        }
    };
    (first_day..first_day + 7).map(day).collect()
}

fn minute_of_day(seconds: i64) -> u16 {
    u16::try_from(seconds / MINUTE).unwrap_or_default()
}
