//! Converts between Gregorian dates and day counts since 1970-01-01.

use crate::DayOfWeek;

/// Returns the number of days from 1970-01-01 to a date. `month` and `day` count from 1.
pub const fn days_of(year: i64, month: i64, day: i64) -> i64 {
    // Years that begin in March have the leap day at their end.
    let year = if month > 2 { year } else { year - 1 };
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
        - 719_468
}

/// Returns the year, month and day of a day count; the inverse of [`days_of`].
pub const fn date_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day = days.rem_euclid(146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = if month > 2 { year } else { year + 1 };
    (year + era * 400, month, day_of_year - (153 * month_from_march + 2) / 5 + 1)
}

/// Formats a day count as `YYYY-MM-DD`.
pub fn iso_date(days: i64) -> String {
    let (year, month, day) = date_of(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Returns the day of the week of a day count.
pub fn day_of_week(days: i64) -> DayOfWeek {
    // 1970-01-01 was a Thursday.
    let from_monday = (days + 3).rem_euclid(7);
    DayOfWeek::ALL[usize::try_from(from_monday).unwrap_or_default()]
}
