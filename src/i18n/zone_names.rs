//! The names of time zones, their cities and countries.

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{I18n, formats::new_object, hours_format::part};

/// Chromium's name for a missing or unknown system time zone.
const UNKNOWN_ZONE: &str = "Etc/Unknown";

/// Returns the user's own time zone as an IANA name. A browser that does not know it formats times
/// in UTC, so the result is UTC then.
pub fn viewer_time_zone() -> String {
    let format = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    let zone = Reflect::get(&format.resolved_options(), &"timeZone".into());
    let zone = zone.ok().and_then(|zone| zone.as_string());
    zone.filter(|zone| zone != UNKNOWN_ZONE).unwrap_or_else(|| "UTC".to_owned())
}

/// Returns the name that a zone has all year, such as "Central European Time", or an empty text if
/// the browser lacks the zone.
pub fn zone_name(i18n: I18n, time_zone: &str) -> String {
    name_in_style(&i18n.formats.tag(), time_zone, "longGeneric")
}

/// Returns the names by which users may search for a zone: "Central European Time", and "Poland
/// Time" after the country.
pub fn zone_search_names(i18n: I18n, time_zone: &str) -> String {
    zone_name(i18n, time_zone)
        + " "
        + &name_in_style(&i18n.formats.tag(), time_zone, "shortGeneric")
}

/// Formats a zone's name without the cache, because there are hundreds of zones and each formatter
/// is large.
fn name_in_style(tag: &str, time_zone: &str, style: &str) -> String {
    let call = || -> Result<Array, JsValue> {
        let options = [("timeZone", time_zone), ("timeZoneName", style)];
        let format = new_object(tag, "DateTimeFormat", &options)?;
        let parts: Function = Reflect::get(&format, &"formatToParts".into())?.dyn_into()?;
        Ok(parts.call0(&format)?.unchecked_into())
    };
    call().ok().and_then(|parts| part(&parts, "timeZoneName")).unwrap_or_default()
}

/// Returns the name of a zone's city in the current language. Returns `None` if it equals the name
/// in the zone, or while the names are loading.
pub fn city_name(i18n: I18n, time_zone: &str) -> Option<String> {
    i18n.cities.name(i18n.language(), time_zone)
}

/// Returns a country's name by its two-letter code, or an empty text if the browser has none.
pub fn country_name(i18n: I18n, code: &str) -> String {
    i18n.formats.write("DisplayNames", &[("type", "region")], "of", &[code.into()])
}
