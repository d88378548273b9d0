//! The clock of one time zone.

use super::{YearlyRule, ZonePeriod};

/// A bound on the UTC offset of any zone, past or present, in seconds.
const FARTHEST: i64 = 26 * 60 * 60;

/// The clock of one time zone: first the individually listed changes, then a yearly rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneClock {
    /// The UTC offset in seconds before the first change.
    pub first: i32,
    /// The changes that no yearly rule describes, in order.
    pub changes: Vec<ZoneChange>,
    /// The rule that applies from the last change on, or always if there are no changes.
    pub rule: YearlyRule,
}

/// A change of a zone's UTC offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneChange {
    /// The instant of the change.
    pub at: i64,
    /// The UTC offset in seconds from then on.
    pub offset: i32,
}

impl ZoneClock {
    /// Returns the UTC offset at an instant and the instant until which it is valid.
    pub fn period(&self, at: i64) -> ZonePeriod {
        let next = self.changes.partition_point(|change| change.at <= at);
        match self.changes.get(next) {
            None => self.rule.period(at),
            Some(change) => {
                let offset =
                    next.checked_sub(1).map_or(self.first, |last| self.changes[last].offset);
                ZonePeriod { offset, until: Some(change.at) }
            }
        }
    }

    /// Returns the same clock for a limited range with the yearly rule expanded into single
    /// changes, so that lookups are faster.
    #[must_use]
    pub fn between(mut self, from: i64, to: i64) -> Self {
        if self.changes.is_empty() {
            self.first = self.rule.period(from).offset;
        }
        let mut at = self.changes.last().map_or(from, |change| change.at);
        while at < to
            && let Some(next) = self.rule.period(at).until
        {
            self.changes.push(ZoneChange { at: next, offset: self.rule.period(next).offset });
            at = next;
        }
        self
    }

    /// Returns the local time at an instant.
    pub fn local(&self, at: i64) -> i64 {
        at + i64::from(self.period(at).offset)
    }

    /// Returns the instant at which the clock shows a local time. If the time occurs twice, returns
    /// the first instant, so that hours that end then and hours that begin then touch. If the clock
    /// skips the time, returns the instant of the skip.
    pub fn instant(&self, local: i64) -> i64 {
        let mut start = local - FARTHEST;
        loop {
            let ZonePeriod { offset, until } = self.period(start);
            // A local time before the start of the period was skipped by the clock.
            let instant = (local - i64::from(offset)).max(start);
            match until {
                Some(until) if instant >= until => start = until,
                _ => return instant,
            }
        }
    }
}
