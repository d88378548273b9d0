//! Computes the support hours of one week: the union of all schedules on one wall clock, whether
//! support is open now, and when that changes.
//!
//! Instants are whole seconds since 1970. This module reads no system clock and no time-zone table:
//! the current instant and the rules ([`crate::time_zones::ZoneRules`]) are parameters.

mod chart;
mod clock_shifts;
mod entry;
mod intervals;
mod next_change;
mod overlaps;
mod question;
mod shift;
mod text;
mod usual_week;
mod week;

pub use chart::{ClockChange, Coverage, CoverageDay, CoverageNow, Overlap, Span};
pub use entry::{EntryIndex, HoursEntry};
pub use question::CoverageQuestion;
pub use week::week;
