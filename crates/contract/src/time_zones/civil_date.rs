//! The Gregorian calendar, as a count of days since 1970-01-01.

use crate::DayOfWeek;

/// The days from 1970-01-01 to a date. `month` counts from 1, `day` too.
pub const fn days_of(year: i64, month: i64, day: i64) -> i64 {
    // A year that begins in March ends with the leap day.
    let year = if month > 2 { year } else { year - 1 };
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
        - 719_468
}

/// The year, month and day of a count of days, as [`days_of`] counts.
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

/// `YYYY-MM-DD`.
pub fn iso_date(days: i64) -> String {
    let (year, month, day) = date_of(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The day of the week of a count of days.
pub fn day_of_week(days: i64) -> DayOfWeek {
    // 1970-01-01 was a Thursday.
    let from_monday = (days + 3).rem_euclid(7);
    DayOfWeek::ALL[usize::try_from(from_monday).unwrap_or_default()]
}
