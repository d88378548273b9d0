//! One zone's clock.

use super::YearlyRule;

/// More than any zone is or was away from UTC, in seconds.
const FARTHEST: i64 = 26 * 60 * 60;

/// What the clocks of one zone show: first what is known change by change, then a yearly rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneClock {
    /// The distance from UTC in seconds before the first of the changes.
    pub first: i32,
    /// Changes that no yearly rule tells, in order.
    pub changes: Vec<ZoneChange>,
    /// What holds from the last of the changes on; always, when there are none.
    pub rule: YearlyRule,
}

/// A change of a zone's distance from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneChange {
    /// The instant.
    pub at: i64,
    /// The distance from UTC in seconds from then on.
    pub offset: i32,
}

/// A time during which a zone's clocks keep the same distance from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZonePeriod {
    /// Seconds to add to UTC.
    pub offset: i32,
    /// The instant from which the distance may be another one; `None` when no change is known.
    pub until: Option<i64>,
}

impl ZoneClock {
    /// What the clock shows at an instant, and until when.
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

    /// The same clock between two instants, where it answers faster: the yearly rule is spelt out.
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

    /// The local time at an instant.
    pub fn local(&self, at: i64) -> i64 {
        at + i64::from(self.period(at).offset)
    }

    /// Returns the instant at which the clock shows a local time: the first one where the time comes
    /// twice, so that hours which end then and hours which begin then meet; for a time that the clock
    /// skips, the moment at which it skips.
    pub fn instant(&self, local: i64) -> i64 {
        let mut start = local - FARTHEST;
        loop {
            let ZonePeriod { offset, until } = self.period(start);
            // Before its own start, the period cannot show the local time: it was skipped.
            let instant = (local - i64::from(offset)).max(start);
            match until {
                Some(until) if instant >= until => start = until,
                _ => return instant,
            }
        }
    }
}
