//! Periods between two changes of a clock.

/// A period with a constant UTC offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZonePeriod {
    /// The UTC offset in seconds.
    pub offset: i32,
    /// The instant from which the offset may differ; `None` if no change is known.
    pub until: Option<i64>,
}
