//! The display name of a time zone, used in the list, in the box and in sentences.

use crate::i18n::{I18n, Text, city_name, country_name};

/// Returns the display name for an IANA name: `America/New_York` is "New York (Americas)", and
/// "Nova York (Américas)" in Portuguese. A name that is not of a place is returned unchanged.
pub fn zone_label(i18n: I18n, name: &str) -> String {
    let mut parts = name.split('/');
    let region = parts.next().and_then(region_text).map(|text| i18n.text(text));
    let (Some(region), Some(last)) = (region, parts.next_back()) else { return name.to_owned() };
    let own = city_name(i18n, name);
    // A state may stand between region and city. Some city names already include it.
    let is_named = own.as_ref().is_some_and(|city| city.contains(','));
    let states = parts.filter(|_| !is_named).map(|state| state_name(i18n, state));
    label(&own.unwrap_or_else(|| last.replace('_', " ")), states.rev(), &region)
}

/// Returns the name of a state. `America/Argentina/Cordoba` is in a country that the browser can
/// name. The other states belong to the USA.
fn state_name(i18n: I18n, state: &str) -> String {
    let country = if state == "Argentina" { country_name(i18n, "AR") } else { String::new() };
    if country.is_empty() { state.replace('_', " ") } else { country }
}

fn label(city: &str, states: impl Iterator<Item = String>, region: &str) -> String {
    city.to_owned() + " (" + &states.map(|state| state + ", ").collect::<String>() + region + ")"
}

/// Returns the text for the first part of an IANA name, or `None` if it is not a part of the world.
/// Browsers have no names for continents and oceans.
fn region_text(region: &str) -> Option<Text> {
    Some(match region {
        "Africa" => Text::RegionAfrica,
        "America" => Text::RegionAmericas,
        "Antarctica" => Text::RegionAntarctica,
        "Arctic" => Text::RegionArctic,
        "Asia" => Text::RegionAsia,
        "Atlantic" => Text::RegionAtlantic,
        "Australia" => Text::RegionAustralia,
        "Europe" => Text::RegionEurope,
        "Indian" => Text::RegionIndianOcean,
        "Pacific" => Text::RegionPacific,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn a_zone_name_starts_with_the_city() {
        assert_eq!(label("New York", std::iter::empty(), "Americas"), "New York (Americas)");
        let states = ["Argentina".to_owned()].into_iter();
        assert_eq!(label("Buenos Aires", states, "Americas"), "Buenos Aires (Argentina, Americas)");
    }
}
