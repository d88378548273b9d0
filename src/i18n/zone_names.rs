//! Names of time zones in the browser's words.

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{Locale, format::options};

/// The viewer's own time zone, an IANA name.
pub fn viewer_time_zone() -> String {
    let format = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    let zone = Reflect::get(&format.resolved_options(), &"timeZone".into());
    zone.ok().and_then(|zone| zone.as_string()).unwrap_or_default()
}

/// A zone's name all year round, such as "Central European Time"; empty for a zone that the
/// browser lacks.
pub fn zone_name(locale: Locale, time_zone: &str) -> String {
    name_in_style(locale, time_zone, "longGeneric")
}

/// Every word by which the locale's speakers may look for a zone: "Central European Time", and
/// "Poland Time", which is named after the country.
pub fn zone_search_names(locale: Locale, time_zone: &str) -> String {
    zone_name(locale, time_zone) + " " + &name_in_style(locale, time_zone, "shortGeneric")
}

fn name_in_style(locale: Locale, time_zone: &str, style: &str) -> String {
    // `Intl.DateTimeFormat` throws for an unknown zone, so it is called where that can be caught.
    let call = || -> Result<JsValue, JsValue> {
        let options = options(&[("timeZone", time_zone), ("timeZoneName", style)]);
        let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
        let class: Function = Reflect::get(&intl, &"DateTimeFormat".into())?.dyn_into()?;
        let format = Reflect::construct(&class, &Array::of2(&locale.tag().into(), &options))?;
        let parts: Function = Reflect::get(&format, &"formatToParts".into())?.dyn_into()?;
        let parts: Array = parts.call0(&format)?.unchecked_into();
        let is_name = |part: &JsValue| {
            Reflect::get(part, &"type".into()).is_ok_and(|kind| kind == "timeZoneName")
        };
        Reflect::get(&parts.iter().find(is_name).unwrap_or_default(), &"value".into())
    };
    call().ok().and_then(|name| name.as_string()).unwrap_or_default()
}
