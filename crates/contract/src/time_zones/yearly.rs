//! Rules that repeat every year, such as "an hour ahead from the last Sunday of March".

use super::{ZonePeriod, civil_date};

const DAY: i64 = 24 * 60 * 60;

/// A zone's yearly rule, valid until the law changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearlyRule {
    /// The UTC offset in seconds outside daylight-saving time.
    pub standard: i32,
    /// Daylight-saving time, if the zone has any.
    pub daylight: Option<Daylight>,
}

/// Daylight-saving time, from one day of the year to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Daylight {
    /// The UTC offset in seconds. In Ireland it is the smaller offset, in winter.
    pub offset: i32,
    /// The start, on the clock that shows standard time.
    pub begins: YearlyChange,
    /// The end, on the clock that shows daylight-saving time.
    pub ends: YearlyChange,
}

/// A weekday of a month, with a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearlyChange {
    /// The month, 1 to 12.
    pub month: i64,
    /// The occurrence in the month: 1 is the first, 5 the last.
    pub week: i64,
    /// The day of the week; 0 is Sunday.
    pub day: i64,
    /// The seconds from that day's midnight. They may reach into the day before or after.
    pub time: i64,
}

impl YearlyChange {
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
    /// Returns the UTC offset at an instant and the instant until which it is valid.
    pub(super) fn period(&self, at: i64) -> ZonePeriod {
        let standard = self.standard;
        let Some(Daylight { offset, begins, ends }) = self.daylight else {
            return ZonePeriod { offset: standard, until: None };
        };
        let (year, ..) = civil_date::date_of(at.div_euclid(DAY));
        let mut last = None;
        let mut next = None;
        for year in year - 1..=year + 1 {
            for (change, before, after) in [(begins, standard, offset), (ends, offset, standard)] {
                let instant = change.local(year) - i64::from(before);
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
