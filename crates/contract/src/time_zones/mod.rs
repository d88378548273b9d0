//! What the clocks of a time zone show, now and later.
//!
//! An instant is a count of seconds since 1970 in UTC. A *local time* is the count of seconds that
//! the zone's own clocks and calendar show since their 1970-01-01 00:00. This module knows no wall
//! clock: whoever asks names the instant.

#[cfg(feature = "reference-data")]
pub(crate) mod bundled;
pub mod civil_date;
mod yearly;
mod zone_clock;
mod zone_entry;

pub use yearly::{Daylight, YearlyRule, YearlyTurn};
pub use zone_clock::{ZoneChange, ZoneClock, ZonePeriod};
pub use zone_entry::ZoneEntry;

/// The rules of every time zone.
pub trait ZoneRules {
    /// The clock of a zone, by its IANA name or an alias, in any case; `None` when there is no such
    /// zone.
    fn clock(&self, time_zone: &str) -> Option<ZoneClock>;
}
