//! Hours, lengths of time and moments in the locale's form: 12 or 24 hours as it shows them.

use js_sys::{Array, Date, Intl, Reflect};
use wasm_bindgen::JsValue;

use super::{
    Locale,
    format::{options, written},
};

const DAY: u16 = 24 * 60;

/// A time of day, given as minutes since midnight; the end of a day is "24:00" where a clock shows
/// 24 hours, and midnight where it shows twelve.
pub fn clock_time(locale: Locale, minutes: u16) -> String {
    let shown = of_day(locale, minutes % DAY, &[("hour", "numeric"), ("minute", "2-digit")]);
    if minutes == DAY && !shows_twelve_hours(locale) { "24:00".to_owned() } else { shown }
}

/// A full hour as short as the locale can say it, such as "6 AM" or "06".
pub fn clock_hour(locale: Locale, hour: u16) -> String {
    of_day(locale, hour * 60, &[("hour", "numeric")])
}

fn shows_twelve_hours(locale: Locale) -> bool {
    !of_day(locale, 13 * 60, &[("hour", "numeric")]).contains("13")
}

fn of_day(locale: Locale, minutes: u16, parts: &[(&str, &str)]) -> String {
    let options = options(parts);
    let _ = Reflect::set(&options, &"timeZone".into(), &"UTC".into());
    written(locale, &options, &date(u64::from(minutes) * 60))
}

/// A moment of this week in a time zone, such as "Mon, 9:00 AM". `at` is in seconds since 1970.
pub fn moment(locale: Locale, time_zone: &str, at: u64) -> String {
    let parts =
        [("weekday", "short"), ("hour", "numeric"), ("minute", "2-digit"), ("timeZone", time_zone)];
    written(locale, &options(&parts), &date(at))
}

/// A moment at any time in a time zone, such as "Mar 28, 2027, 2:00 AM".
pub fn moment_with_date(locale: Locale, time_zone: &str, at: u64) -> String {
    let parts = [("dateStyle", "medium"), ("timeStyle", "short"), ("timeZone", time_zone)];
    written(locale, &options(&parts), &date(at))
}

/// How long until something happens, such as "in 3 hours". `seconds` are from now.
pub fn relative_time(locale: Locale, seconds: u64) -> String {
    let (count, unit) = rounded(seconds);
    let format = Intl::RelativeTimeFormat::new(&locales(locale), &options(&[]));
    format.format(f64::from(count), unit).into()
}

/// Minutes are exact; hours and days are rounded, because the moment stands beside them.
fn rounded(seconds: u64) -> (u32, &'static str) {
    let minutes = u32::try_from(seconds.div_ceil(60)).unwrap_or(u32::MAX);
    match minutes {
        ..60 => (minutes, "minute"),
        60..2130 => ((minutes + 30) / 60, "hour"),
        _ => ((minutes + 720) / 1440, "day"),
    }
}

/// An amount of time in hours, such as "37.5 hours".
pub fn hours_amount(locale: Locale, minutes: u32) -> String {
    let options = options(&[("style", "unit"), ("unit", "hour"), ("unitDisplay", "long")]);
    let _ = Reflect::set(&options, &"maximumFractionDigits".into(), &JsValue::from(2));
    let format = Intl::NumberFormat::new(&locales(locale), &options);
    let hours = JsValue::from(f64::from(minutes) / 60.0);
    let text = format.format().call1(&JsValue::UNDEFINED, &hours);
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// Several things as one text: "Mon, Tue and Wed".
pub fn joined(locale: Locale, things: &[String]) -> String {
    let call = || -> Result<JsValue, JsValue> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
        let class = Reflect::get(&intl, &"ListFormat".into())?.into();
        let list = Reflect::construct(&class, &locales(locale))?;
        let format: js_sys::Function = Reflect::get(&list, &"format".into())?.into();
        format.call1(&list, &things.iter().map(JsValue::from).collect::<Array>())
    };
    call().ok().and_then(|text| text.as_string()).unwrap_or_else(|| things.join(", "))
}

fn locales(locale: Locale) -> Array {
    Array::of1(&locale.tag().into())
}

fn date(seconds: u64) -> Date {
    #[expect(clippy::cast_precision_loss, reason = "seconds since 1970 are far below 2^53")]
    Date::new(&JsValue::from_f64(seconds as f64 * 1000.0))
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn what_is_near_is_told_to_the_minute_and_what_is_far_in_days() {
        assert_eq!(rounded(1), (1, "minute"));
        assert_eq!(rounded(59 * 60), (59, "minute"));
        assert_eq!(rounded(60 * 60), (1, "hour"));
        assert_eq!(rounded(170 * 60), (3, "hour"));
        assert_eq!(rounded(30 * 3600), (30, "hour"));
        assert_eq!(rounded(36 * 3600), (2, "day"));
        assert_eq!(rounded(62 * 3600), (3, "day"));
    }
}
