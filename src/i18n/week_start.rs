//! Finds the first day of the week in the user's region.

use js_sys::{Function, Reflect};
use partner_portal_contract::DayOfWeek;
use wasm_bindgen::{JsCast, JsValue};

use super::{I18n, formats::new_object};

/// The regions where the week starts on Sunday, by CLDR, limited to those where one of the portal's
/// languages is official or common. Used in browsers that do not know it themselves, such as
/// Firefox.
const SUNDAY: &str = "AG AS BR BS BW BZ CA CO DM DO GT GU HK HN IL IN JM KE MH MO MT MX MZ NI PA PE \
                      PH PK PR PT PY SG SV TT UM US VE VI WS ZA ZW";

/// Returns the first day of the week.
pub fn first_day_of_week(i18n: I18n) -> DayOfWeek {
    let tag = i18n.formats.tag();
    let day = asked_day(&tag).and_then(|day| DayOfWeek::ALL.get(day.checked_sub(1)?).copied());
    day.unwrap_or_else(|| usual_day(&tag))
}

/// Returns the browser's answer; 1 is Monday.
fn asked_day(tag: &str) -> Option<usize> {
    let locale = new_object(tag, "Locale", &[]).ok()?;
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    // The standard defines a method. Older browsers have a property.
    let info = match get(&locale, "getWeekInfo").dyn_into::<Function>() {
        Ok(method) => method.call0(&locale).unwrap_or_default(),
        Err(_) => get(&locale, "weekInfo"),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 7")]
    get(&info, "firstDay").as_f64().map(|day| day as usize)
}

fn usual_day(tag: &str) -> DayOfWeek {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_region = |part: &&str| part.len() == 2 && part.bytes().all(|it| it.is_ascii_uppercase());
    let region = parts.find(is_region).unwrap_or(match language {
        "en" => "US",
        "he" => "IL",
        "pt" => "BR",
        _ => "",
    });
    let on_sunday = SUNDAY.split_whitespace().any(|it| it == region);
    if on_sunday { DayOfWeek::Sunday } else { DayOfWeek::Monday }
}

#[cfg(test)]
mod tests {
    use partner_portal_contract::DayOfWeek::{Monday, Sunday};

    use super::usual_day;

    #[test]
    fn the_region_decides_or_else_the_language() {
        for tag in ["en", "en-US", "he", "he-IL", "pt-BR", "es-MX", "en-CA"] {
            assert_eq!(usual_day(tag), Sunday, "{tag}");
        }
        for tag in
            ["en-GB", "en-AU", "es", "es-ES", "es-419", "it", "pl", "pl-PL", "en-GB-u-hc-h12"]
        {
            assert_eq!(usual_day(tag), Monday, "{tag}");
        }
    }
}
