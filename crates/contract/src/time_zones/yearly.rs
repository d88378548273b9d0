//! Rules that hold each year, such as "an hour ahead from the last Sunday of March".

use super::{ZonePeriod, civil_date};

const DAY: i64 = 24 * 60 * 60;

/// What a zone does each year, for as long as nobody decides otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearlyRule {
    /// The distance from UTC in seconds outside of daylight-saving time.
    pub standard: i32,
    /// Daylight-saving time, where there is any.
    pub daylight: Option<Daylight>,
}

/// Daylight-saving time: from one day of the year to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Daylight {
    /// The distance from UTC in seconds. Ireland's is the smaller one, in winter.
    pub offset: i32,
    /// When it begins; its time is on the clock that shows standard time.
    pub begins: YearlyTurn,
    /// When it ends; its time is on the clock that shows daylight-saving time.
    pub ends: YearlyTurn,
}

/// A weekday of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearlyTurn {
    /// 1 to 12.
    pub month: i64,
    /// 1 is the first such day of the month, 5 the last.
    pub week: i64,
    /// 0 is Sunday.
    pub day: i64,
    /// Seconds from that day's midnight; the turn may lie on a day before or after.
    pub time: i64,
}

impl YearlyTurn {
    fn local(self, year: i64) -> i64 {
        let first = civil_date::days_of(year, self.month, 1);
        // 1970-01-01 was a Thursday.
        let first_such = first + (self.day - (first + 4)).rem_euclid(7);
        let (next_year, next_month) =
            if self.month == 12 { (year + 1, 1) } else { (year, self.month + 1) };
        let end = civil_date::days_of(next_year, next_month, 1);
        let wanted = first_such + (self.week - 1) * 7;
        (if wanted < end { wanted } else { wanted - 7 }) * DAY + self.time
    }
}

impl YearlyRule {
    /// What the clocks show at an instant, and until when.
    pub(super) fn period(&self, at: i64) -> ZonePeriod {
        let standard = self.standard;
        let Some(Daylight { offset, begins, ends }) = self.daylight else {
            return ZonePeriod { offset: standard, until: None };
        };
        let (year, ..) = civil_date::date_of(at.div_euclid(DAY));
        let mut last = None;
        let mut next = None;
        for year in year - 1..=year + 1 {
            for (turn, before, after) in [(begins, standard, offset), (ends, offset, standard)] {
                let instant = turn.local(year) - i64::from(before);
                if instant <= at {
                    last = last.max(Some((instant, after)));
                } else {
                    next = Some(next.map_or(instant, |known| instant.min(known)));
                }
            }
        }
        ZonePeriod { offset: last.map_or(standard, |(_, offset)| offset), until: next }
    }
}
