//! What a week of support looks like: the union of all schedules on one wall clock, whether support
//! answers now, and when that changes.
//!
//! Instants are whole seconds since 1970. This module knows no wall clock and no time-zone table:
//! the moment and the rules ([`crate::time_zones::ZoneRules`]) are parameters.

mod alignment;
mod entry;
mod stretch;
mod text;
mod turn;
mod week;

pub use entry::HoursEntry;
pub use week::week;

use crate::DayOfWeek;

/// How far ahead changes are looked for, in seconds: thirteen months, in which every clock shows
/// all that it does in a year.
const HORIZON: i64 = 396 * 24 * 60 * 60;

/// One week of support, as somebody in the shown zone sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The seven days, from the first day of the week that was asked for.
    pub days: Vec<CoverageDay>,
    /// Where in the picture the moment is.
    pub now: CoverageNow,
    /// Whether support answers at the moment.
    pub is_open: bool,
    /// When `is_open` next turns, in seconds since 1970; `None` when it never does.
    pub changes_at: Option<u64>,
    /// How long support answers in this very week; 60 minutes more or less than usual when one of
    /// its clocks changes.
    pub minutes_per_week: u32,
    /// The next clock change that moves the picture, within thirteen months.
    pub clock_change: Option<ClockChange>,
    /// The pairs of entries that cover the same minutes, the earlier entry first, in order.
    pub overlaps: Vec<Overlap>,
}

/// One day of the shown zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageDay {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Its day of the week.
    pub day: DayOfWeek,
    /// When support answers: in order, neither overlapping nor touching each other.
    pub spans: Vec<Span>,
}

/// A stretch of a day on its wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Minutes since midnight, 0 to 1439.
    pub from: u16,
    /// Minutes since midnight, after `from`, up to 1440.
    pub to: u16,
}

/// A place in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoverageNow {
    /// The index in [`Coverage::days`], 0 to 6.
    pub day: usize,
    /// Minutes since that day's midnight on the wall clock, 0 to 1439.
    pub minute: u16,
}

/// A clock that is put forward or back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The moment, in seconds since 1970.
    pub at: u64,
    /// What the shown clock would say at the moment without the change, in seconds since 1970 began
    /// on that clock: clocks that go forward do so "at 2:00", a time that they do not show.
    pub shown_before: u64,
    /// The zone whose clock it is: that of a schedule, or the shown zone.
    pub time_zone: String,
    /// By how many minutes; negative when it is put back.
    pub minutes: i32,
}

/// Two entries that cover the same minutes in some week of the coming thirteen months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Overlap {
    /// The earlier entry.
    pub first: EntryIndex,
    /// The later one.
    pub second: EntryIndex,
}

/// Where an hours entry stands in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryIndex {
    /// The index of its schedule.
    pub schedule: usize,
    /// Its index among the hours of that schedule.
    pub hours: usize,
}

/// A week to be pictured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageQuestion {
    /// The hours of all schedules.
    pub entries: Vec<HoursEntry>,
    /// The IANA name of the zone on whose clock the week is shown.
    pub shown_zone: String,
    /// The day that a week begins with.
    pub first_day: DayOfWeek,
    /// The moment, in seconds since 1970; its calendar week is the one that is shown.
    pub now: u64,
}
