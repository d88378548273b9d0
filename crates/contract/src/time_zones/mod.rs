//! What the clocks of a time zone show, now and later.

/// The rules of time zones.
pub trait ZoneRules {
    /// What the zone's clocks show at an instant (seconds since 1970), and until when; `None` when
    /// there is no such zone. The name may be an alias, in any case.
    fn period(&self, time_zone: &str, at: i64) -> Option<ZonePeriod>;
}

/// A time during which a zone's clocks keep the same distance from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZonePeriod {
    /// Seconds to add to UTC.
    pub offset: i32,
    /// The instant (seconds since 1970) from which the distance is another one; `None` when no
    /// change is known.
    pub until: Option<i64>,
}
