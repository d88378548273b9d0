//! Names of time zones in the browser's words.

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{I18n, formats::new_object, hours_format::part};

/// Chromium's name for the zone of a system that has none or one that it does not know.
const UNKNOWN_ZONE: &str = "Etc/Unknown";

/// Returns the viewer's own time zone, an IANA name. A browser that cannot tell it writes times in
/// UTC, so that is the viewer's zone then.
pub fn viewer_time_zone() -> String {
    let format = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    let zone = Reflect::get(&format.resolved_options(), &"timeZone".into());
    let zone = zone.ok().and_then(|zone| zone.as_string());
    zone.filter(|zone| zone != UNKNOWN_ZONE).unwrap_or_else(|| "UTC".to_owned())
}

/// A zone's name all year round, such as "Central European Time"; empty for a zone that the
/// browser lacks.
pub fn zone_name(i18n: I18n, time_zone: &str) -> String {
    name_in_style(&i18n.formats.tag(), time_zone, "longGeneric")
}

/// Every word by which the locale's speakers may look for a zone: "Central European Time", and
/// "Poland Time", which is named after the country.
pub fn zone_search_names(i18n: I18n, time_zone: &str) -> String {
    zone_name(i18n, time_zone)
        + " "
        + &name_in_style(&i18n.formats.tag(), time_zone, "shortGeneric")
}

/// Not kept: there are hundreds of zones, and the browser's object for one is large.
fn name_in_style(tag: &str, time_zone: &str, style: &str) -> String {
    let call = || -> Result<Array, JsValue> {
        let options = [("timeZone", time_zone), ("timeZoneName", style)];
        let format = new_object(tag, "DateTimeFormat", &options)?;
        let parts: Function = Reflect::get(&format, &"formatToParts".into())?.dyn_into()?;
        Ok(parts.call0(&format)?.unchecked_into())
    };
    call().ok().and_then(|parts| part(&parts, "timeZoneName")).unwrap_or_default()
}

/// A country's name, by its two letters; empty where the browser has none.
pub fn country_name(i18n: I18n, code: &str) -> String {
    i18n.formats.write("DisplayNames", &[("type", "region")], "of", &[code.into()])
}
