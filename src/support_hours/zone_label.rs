//! What a time zone is called in the list, in its box and in sentences: the same everywhere.

use crate::i18n::{I18n, Text};

/// An IANA name as people say it: `America/New_York` is "New York (Americas)". What is no zone of
/// a place stays as it is.
pub fn zone_label(i18n: I18n, name: &str) -> String {
    let region = name.split('/').next().unwrap_or_default();
    label_in(name, region_text(region).map(|text| i18n.text(text)).as_deref())
}

/// The first part of an IANA name in words; `None` when it is no part of the world. No browser
/// names continents and oceans.
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

fn label_in(name: &str, region: Option<&str>) -> String {
    let parts: Vec<&str> = name.split('/').skip(1).collect();
    let (Some(region), Some((city, states))) = (region, parts.split_last()) else {
        return name.to_owned();
    };
    // Between region and city there may be a state: `America/Argentina/Buenos_Aires`.
    let around: Vec<&str> = states.iter().rev().copied().chain([region]).collect();
    city.replace('_', " ") + " (" + &around.join(", ").replace('_', " ") + ")"
}

#[cfg(test)]
mod tests {
    use super::label_in;

    #[test]
    fn a_zone_is_named_by_its_city_first() {
        assert_eq!(label_in("America/New_York", Some("Americas")), "New York (Americas)");
        assert_eq!(
            label_in("America/Argentina/Buenos_Aires", Some("Americas")),
            "Buenos Aires (Argentina, Americas)"
        );
    }

    #[test]
    fn what_is_no_place_keeps_its_name() {
        assert_eq!(label_in("UTC", None), "UTC");
        assert_eq!(label_in("Etc/GMT+5", None), "Etc/GMT+5");
        assert_eq!(label_in("Mars/Olympus_Mons", None), "Mars/Olympus_Mons");
    }
}
