//! Formats hours, durations and instants on a 12-hour or 24-hour clock, as the locale does.

use js_sys::{Array, Date, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{I18n, format::written};

const DAY: u16 = 24 * 60;

/// Six days in seconds.
const SIX_DAYS: u64 = 6 * 24 * 60 * 60;

/// Returns whether the locale uses a 12-hour clock.
pub fn shows_twelve_hours(i18n: I18n) -> bool {
    let cycle = i18n
        .formats
        .call_method("DateTimeFormat", &[("hour", "numeric")], "resolvedOptions", &[])
        .and_then(|resolved| Reflect::get(&resolved, &"hourCycle".into()));
    cycle.ok().and_then(|cycle| cycle.as_string()).is_some_and(|cycle| cycle.starts_with("h1"))
}

/// Formats a time of day, given in minutes since midnight, such as "9:00 AM" or "09:00". The end of
/// a day is "24:00" on a 24-hour clock and midnight on a 12-hour clock.
pub fn clock_time(i18n: I18n, minutes: u16) -> String {
    let twelve = shows_twelve_hours(i18n);
    if minutes == DAY && !twelve {
        return "24:00".to_owned();
    }
    written(i18n, &clock(twelve), &on_a_day(minutes % DAY))
}

/// Formats a range of times of day, such as "9:00 AM – 5:00 PM". `to` may be on the next day.
pub fn clock_range(i18n: I18n, from: u16, to: u16) -> String {
    let range = if from < to && to < DAY {
        let options = clock(shows_twelve_hours(i18n));
        let ends = [on_a_day(from).into(), on_a_day(to).into()];
        i18n.formats.write("DateTimeFormat", &options, "formatRange", &ends)
    } else {
        // For ends on two days the browser would also write the dates.
        String::new()
    };
    if range.is_empty() { clock_time(i18n, from) + " – " + &clock_time(i18n, to) } else { range }
}

/// Formats a full hour as briefly as the locale allows, such as "6 AM" or "06".
pub fn clock_hour(i18n: I18n, hour: u16) -> String {
    written(i18n, &[("hour", "numeric"), ("timeZone", "UTC")], &on_a_day(hour * 60))
}

/// Returns the locale's names for the two halves of a day on a 12-hour clock, such as "AM" and
/// "PM".
pub fn day_periods(i18n: I18n) -> [String; 2] {
    let options = [("hour", "numeric"), ("hour12", "true"), ("timeZone", "UTC")];
    [9, 21].map(|hour| {
        let at = on_a_day(hour * 60).into();
        let parts = i18n.formats.call_method("DateTimeFormat", &options, "formatToParts", &[at]);
        parts.ok().and_then(|parts| part(parts.unchecked_ref(), "dayPeriod")).unwrap_or_default()
    })
}

/// Returns the text of one of the parts into which the browser has split a text.
pub(super) fn part(parts: &Array, kind: &str) -> Option<String> {
    let is_wanted = |part: &JsValue| Reflect::get(part, &"type".into()).is_ok_and(|it| it == kind);
    let found = parts.iter().find(is_wanted)?;
    Reflect::get(&found, &"value".into()).ok()?.as_string()
}

/// Returns the format options of a time. A 24-hour clock shows two-digit hours, so that times in a
/// column align.
fn clock(twelve: bool) -> [(&'static str, &'static str); 3] {
    let hour = if twelve { "numeric" } else { "2-digit" };
    [("hour", hour), ("minute", "2-digit"), ("timeZone", "UTC")]
}

/// Formats an instant after `now` in a time zone: within six days by weekday, such as "Mon, 9:00
/// AM", and later with its date. Instants are in seconds since 1970.
pub fn moment_soon(i18n: I18n, time_zone: &str, at: u64, now: u64) -> String {
    if at.saturating_sub(now) > SIX_DAYS {
        return moment_with_date(i18n, time_zone, at);
    }
    let [hour, minute, _] = clock(shows_twelve_hours(i18n));
    let parts = [("weekday", "short"), hour, minute, ("timeZone", time_zone)];
    written(i18n, &parts, &date(at))
}

/// Formats any instant in a time zone, such as "March 28, 2027 at 2:00 AM".
pub fn moment_with_date(i18n: I18n, time_zone: &str, at: u64) -> String {
    let parts = [("dateStyle", "long"), ("timeStyle", "short"), ("timeZone", time_zone)];
    written(i18n, &parts, &date(at))
}

/// Formats a time relative to now, such as "in 3 hours" or "2 days ago". `seconds` count from now
/// and are negative for the past.
pub fn relative_time(i18n: I18n, seconds: i64) -> String {
    let (count, unit) = rounded(seconds.unsigned_abs());
    // The sign of zero matters: an instant that has just passed is "0 minutes ago".
    let count = f64::from(count).copysign(if seconds < 0 { -1.0 } else { 1.0 });
    i18n.formats.write("RelativeTimeFormat", &[], "format", &[count.into(), unit.into()])
}

/// Returns a number and its unit. Minutes are rounded up. Hours and days are rounded to the
/// nearest, because the exact instant is shown beside them.
fn rounded(seconds: u64) -> (u32, &'static str) {
    let minutes = u32::try_from(seconds.div_ceil(60)).unwrap_or(u32::MAX);
    match minutes {
        ..60 => (minutes, "minute"),
        60..2130 => ((minutes + 30) / 60, "hour"),
        _ => ((minutes + 720) / 1440, "day"),
    }
}

/// Formats a duration in hours, such as "37.5 hours".
pub fn hours_amount(i18n: I18n, minutes: u32) -> String {
    let options = [
        ("style", "unit"),
        ("unit", "hour"),
        ("unitDisplay", "long"),
        ("maximumFractionDigits", "2"),
    ];
    let hours = JsValue::from(f64::from(minutes) / 60.0);
    i18n.formats.write("NumberFormat", &options, "format", &[hours])
}

fn on_a_day(minutes: u16) -> Date {
    date(u64::from(minutes) * 60)
}

fn date(seconds: u64) -> Date {
    #[expect(clippy::cast_precision_loss, reason = "seconds since 1970 are far below 2^53")]
    Date::new(&JsValue::from_f64(seconds as f64 * 1000.0))
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn short_times_are_in_minutes_and_long_times_in_days() {
        assert_eq!(rounded(1), (1, "minute"));
        assert_eq!(rounded(59 * 60), (59, "minute"));
        assert_eq!(rounded(60 * 60), (1, "hour"));
        assert_eq!(rounded(170 * 60), (3, "hour"));
        assert_eq!(rounded(30 * 3600), (30, "hour"));
        assert_eq!(rounded(36 * 3600), (2, "day"));
        assert_eq!(rounded(62 * 3600), (3, "day"));
    }
}
