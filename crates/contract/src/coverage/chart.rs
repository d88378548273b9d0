//! The chart of one week: the result of the computation.

use super::EntryIndex;
use crate::DayOfWeek;

/// One week of support on the shown time zone's clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The seven days, starting with the requested first day of the week.
    pub days: Vec<CoverageDay>,
    /// The position of the current instant in the chart.
    pub now: CoverageNow,
    /// True if support is open at the current instant.
    pub is_open: bool,
    /// The next instant at which `is_open` changes, in seconds since 1970; `None` if it never does.
    pub changes_at: Option<u64>,
    /// The minutes during which support is open in this particular week; 60 more or fewer than
    /// usual if one of its clocks changes.
    pub minutes_per_week: u32,
    /// The next clock change that moves the chart, within thirteen months.
    pub clock_change: Option<ClockChange>,
    /// The pairs of entries that cover the same minutes, the earlier entry first, sorted.
    pub overlaps: Vec<Overlap>,
}

/// One day on the shown clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageDay {
    /// The date, `YYYY-MM-DD`.
    pub date: String,
    /// The day of the week.
    pub day: DayOfWeek,
    /// The open intervals, sorted; they neither overlap nor touch.
    pub spans: Vec<Span>,
}

/// An interval of a day on its wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Minutes since midnight, 0 to 1439.
    pub from: u16,
    /// Minutes since midnight, after `from`, up to 1440.
    pub to: u16,
}

/// A position in the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoverageNow {
    /// The index in [`Coverage::days`], 0 to 6.
    pub day: usize,
    /// Minutes since that day's midnight on the wall clock, 0 to 1439.
    pub minute: u16,
}

/// A change of a clock to or from daylight-saving time, or to another offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The instant, in seconds since 1970.
    pub at: u64,
    /// The local time that the shown clock would display at that instant without the change, in
    /// seconds since 1970-01-01 00:00 on that clock. Clocks that go forward do so "at 2:00", a time
    /// that they never display.
    pub shown_before: u64,
    /// The time zone whose clock changes: that of a schedule, or the shown one.
    pub time_zone: String,
    /// The minutes by which the clock changes; negative if it is put back.
    pub minutes: i32,
}

/// Two entries that cover the same minutes in some week of the coming thirteen months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Overlap {
    /// The earlier entry.
    pub first: EntryIndex,
    /// The later entry.
    pub second: EntryIndex,
}
