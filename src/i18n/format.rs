//! How values are written: the browser's `Intl`, whose data is current.

use js_sys::{Array, Date, Intl, Number, Object, Reflect};
use partner_portal_contract::DayOfWeek;
use wasm_bindgen::JsValue;

use super::Locale;

/// A whole number with the locale's separators, such as "10,000".
pub(super) fn number(locale: Locale, count: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "counts on a screen are far below 2^53")]
    let number = Number::from(count as f64);
    number.to_locale_string(locale.tag()).into()
}

/// A moment in the viewer's own time zone, such as "21 Nov 2026, 10:42".
pub fn date_time(locale: Locale, rfc3339: &str) -> String {
    let options = options(&[("dateStyle", "medium"), ("timeStyle", "short")]);
    written(locale, &options, &Date::new(&rfc3339.into()))
}

/// The time of a moment in the viewer's own time zone, such as "10:42".
pub fn time(locale: Locale, rfc3339: &str) -> String {
    written(locale, &options(&[("timeStyle", "short")]), &Date::new(&rfc3339.into()))
}

/// The names of the days from Monday on: a short one to show and the full one to say.
pub fn weekday_names(locale: Locale) -> Vec<(String, String)> {
    let name = |width: &str, day: i32| {
        let options = options(&[("weekday", width), ("timeZone", "UTC")]);
        // 1 January 2024 was a Monday.
        let date = Date::new(&JsValue::from_f64(Date::utc(2024.0, 0.0)));
        date.set_utc_date(u32::try_from(day).unwrap_or(1));
        written(locale, &options, &date)
    };
    (1..=7).map(|day| (name("short", day), name("long", day))).collect()
}

/// The day with which a week starts where the locale is spoken.
pub fn first_day_of_week(locale: Locale) -> DayOfWeek {
    match locale {
        // English is the platform's language and stands for the United States.
        Locale::En | Locale::He | Locale::PtBr => DayOfWeek::Sunday,
        Locale::Es | Locale::It | Locale::Pl => DayOfWeek::Monday,
    }
}

pub(super) fn written(locale: Locale, options: &Object, date: &Date) -> String {
    let format = Intl::DateTimeFormat::new(&Array::of1(&locale.tag().into()), options);
    let written = format.format().call1(&JsValue::UNDEFINED, date);
    written.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

pub(super) fn options(entries: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in entries {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}
