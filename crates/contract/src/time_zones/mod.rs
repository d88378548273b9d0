//! Computes the local times of time zones, now and in the future.
//!
//! An instant is a count of seconds since 1970 in UTC. A *local time* is the count of seconds that
//! the zone's own clocks and calendar show since their 1970-01-01 00:00. This module does not read
//! the system clock: the caller passes the instant.

pub mod civil_date;
mod yearly;
mod zone_clock;
mod zone_entry;
mod zone_period;
#[cfg(feature = "reference-data")]
pub(crate) mod zone_table;

pub use yearly::{Daylight, YearlyChange, YearlyRule};
pub use zone_clock::{ZoneChange, ZoneClock};
pub use zone_entry::ZoneEntry;
pub use zone_period::ZonePeriod;

/// The rules of all time zones.
pub trait ZoneRules {
    /// Returns the clock of a zone, found by its IANA name or an alias in any case, or `None` if
    /// the zone does not exist.
    fn clock(&self, time_zone: &str) -> Option<ZoneClock>;
}
