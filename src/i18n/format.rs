//! Formats values with the browser's `Intl`, whose data is current.

use js_sys::{Array, Date};
use wasm_bindgen::JsValue;

use super::{I18n, formats::Options};

/// Formats a whole number with the locale's separators, such as "10,000".
pub fn number(i18n: I18n, count: usize) -> String {
    i18n.formats.number(count)
}

/// Formats an amount of data, such as "32 kB".
pub fn kilobytes(i18n: I18n, kilobytes: usize) -> String {
    let options = [("style", "unit"), ("unit", "kilobyte")];
    i18n.formats.write("NumberFormat", &options, "format", &[kilobytes.into()])
}

/// Formats an instant in the user's own time zone, such as "21 November 2026 at 10:42".
pub fn date_time(i18n: I18n, rfc3339: &str) -> String {
    let options = [("dateStyle", "long"), ("timeStyle", "short")];
    written(i18n, &options, &Date::new(&rfc3339.into()))
}

/// Formats the time of an instant in the user's own time zone, such as "10:42".
pub fn time(i18n: I18n, rfc3339: &str) -> String {
    written(i18n, &[("timeStyle", "short")], &Date::new(&rfc3339.into()))
}

/// Returns the names of the days, starting on Monday: a short one to show and the full one for
/// screen readers.
pub fn weekday_names(i18n: I18n) -> Vec<(String, String)> {
    let name = |width: &str, day: i32| {
        // 1 January 2024 was a Monday.
        let date = Date::new(&JsValue::from_f64(Date::utc(2024.0, 0.0)));
        date.set_utc_date(u32::try_from(day).unwrap_or(1));
        written(i18n, &[("weekday", width), ("timeZone", "UTC")], &date)
    };
    (1..=7).map(|day| (name("short", day), name("long", day))).collect()
}

/// Joins several texts to one: "Mon, Tue and Wed".
pub fn joined(i18n: I18n, things: &[String]) -> String {
    let all: Array = things.iter().map(JsValue::from).collect();
    let text = i18n.formats.write("ListFormat", &[], "format", &[all.into()]);
    if text.is_empty() { things.join(", ") } else { text }
}

pub(super) fn written(i18n: I18n, options: Options, date: &Date) -> String {
    i18n.formats.write("DateTimeFormat", options, "format", &[date.into()])
}
