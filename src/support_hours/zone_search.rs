//! Finds time zones by typed text: a city, an IANA name or an alias, a name in the user's language,
//! or an offset from UTC. Pure functions.

use super::{
    zone_abbreviation::{is_abbreviation, zones_with},
    zone_offset::offset_minutes,
};
use crate::{browser::ZoneEntry, i18n::search_form};

/// A time zone, prepared for the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// The zone's entry in the tables.
    pub entry: ZoneEntry,
    /// The index in the tables, which does not change when the zones are sorted again.
    pub index: usize,
    city: String,
    /// The city in the user's language; empty if it equals the one in the IANA name.
    own_city: String,
    name: String,
    aliases: Vec<String>,
    alias_cities: Vec<String>,
}

impl Zone {
    /// Prepares the entry at `index` in the tables. `own_city` is its city in the user's language,
    /// if that differs from the one in the IANA name.
    pub fn new(index: usize, entry: ZoneEntry, own_city: Option<&str>) -> Self {
        let aliases = entry.aliases.iter();
        Self {
            index,
            own_city: own_city.map(search_form).unwrap_or_default(),
            city: search_form(city(&entry.name)),
            name: search_form(&entry.name),
            aliases: aliases.clone().map(|alias| search_form(alias)).collect(),
            alias_cities: aliases.map(|alias| search_form(city(alias))).collect(),
            entry,
        }
    }

    /// Returns whether the zone has this IANA name or alias.
    pub fn is_named(&self, name: &str) -> bool {
        self.entry.name == name || self.entry.aliases.iter().any(|alias| alias == name)
    }

    /// Returns the name or alias that `wanted`, a search form, matches, if the shown label does not
    /// match it.
    pub fn alias_for(&self, wanted: &str) -> Option<&str> {
        if wanted.is_empty() || self.own_city.contains(wanted) {
            return None;
        }
        if self.name.contains(wanted) {
            return (!self.own_city.is_empty()).then_some(&self.entry.name);
        }
        let at = self.aliases.iter().position(|alias| alias.contains(wanted))?;
        Some(&self.entry.aliases[at])
    }

    /// Returns how well `wanted` matches; 0 is the best. `spoken` is the zone's name in the user's
    /// language, as a search form.
    fn rank(&self, wanted: &str, spoken: &str) -> Option<u8> {
        let is_alias = || self.aliases.iter().chain(&self.alias_cities).any(|it| it == wanted);
        if self.city == wanted || self.own_city == wanted || self.name == wanted {
            Some(0)
        } else if self.city.starts_with(wanted) || self.own_city.starts_with(wanted) {
            Some(1)
        } else if is_alias() {
            Some(2)
        } else if self.name.contains(wanted) || self.own_city.contains(wanted) {
            Some(3)
        } else if self.aliases.iter().any(|alias| alias.contains(wanted)) {
            Some(4)
        } else {
            spoken.contains(wanted).then_some(5)
        }
    }
}

/// Returns the last part of an IANA name.
fn city(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// Returns the indexes of the zones that match, the best first. `spoken` holds the names in the
/// user's language by their index in the tables. It may be empty.
pub fn find_zones(zones: &[Zone], spoken: &[String], typed: &str) -> Vec<usize> {
    let wanted = search_form(typed);
    let offset = offset_minutes(&wanted);
    let has_digits = wanted.contains(|c: char| c.is_ascii_digit());
    let rank = |(at, zone): (usize, &Zone)| {
        if offset == Some(zone.entry.offset_minutes) {
            // The exact name, such as "UTC", still comes first.
            return Some((usize::from(zone.name != wanted), at));
        }
        // POSIX reverses the sign: "Etc/GMT-3" is three hours ahead of UTC, which users do not mean
        // by "GMT-3".
        if offset.is_some() && has_digits {
            return None;
        }
        let usual = zones_with(&wanted).iter().position(|name| *name == zone.entry.name);
        usual
            .or_else(|| {
                let spoken = spoken.get(zone.index).map_or("", String::as_str);
                Some(usize::from(zone.rank(&wanted, spoken)?) + AFTER_THE_USUAL)
            })
            .map(|rank| (rank, at))
    };
    let mut found: Vec<_> = zones.iter().enumerate().filter_map(rank).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

/// The base of the other ranks. It exceeds the number of usual zones of any abbreviation and the
/// ranks of an exact offset.
const AFTER_THE_USUAL: usize = 4;

/// Returns the one zone that the text names in full: by an IANA name, an alias, or a city that no
/// other zone has. Returns `None` for an abbreviation or an offset from UTC.
pub fn named_zone<'a>(zones: &'a [Zone], typed: &str) -> Option<&'a Zone> {
    let wanted = search_form(typed);
    if is_abbreviation(&wanted) {
        return None;
    }
    let named = |zone: &&Zone| zone.name == wanted || zone.aliases.contains(&wanted);
    let in_city = || {
        let is_there = |zone: &&Zone| {
            // The last part of "Etc/GMT-3" is not a city.
            !wanted.is_empty()
                && !zone.entry.name.starts_with("Etc/")
                && [&zone.city, &zone.own_city].contains(&&wanted)
        };
        let mut found = zones.iter().filter(is_there);
        found.next().filter(|_| found.next().is_none())
    };
    zones.iter().find(named).or_else(in_city)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Entry = (i32, &'static str, &'static str, Option<&'static str>);

    fn zones() -> Vec<Zone> {
        let entry = |(index, (offset_minutes, name, alias, own_city)): (usize, Entry)| {
            let aliases = Some(alias).filter(|it| !it.is_empty()).map(str::to_owned);
            let (name, aliases) = (name.to_owned(), aliases.into_iter().collect());
            Zone::new(index, ZoneEntry { offset_minutes, name, aliases }, own_city)
        };
        let all: [Entry; 14] = [
            (-300, "America/New_York", "US/Eastern", None),
            (-180, "America/Sao_Paulo", "Brazil/East", None),
            (330, "Asia/Kolkata", "Asia/Calcutta", None),
            (60, "Europe/Warsaw", "Poland", Some("Warszawa")),
            (120, "Europe/Kyiv", "Europe/Kiev", Some("Kijow")),
            (0, "UTC", "Etc/UTC", None),
            (0, "Europe/London", "GB", Some("Londyn")),
            (180, "Etc/GMT-3", "", None),
            (-180, "Etc/GMT+3", "", None),
            (0, "Etc/GMT", "GMT+0", None),
            (-300, "America/Panama", "EST", None),
            (-420, "America/Phoenix", "MST", None),
            (-420, "America/Denver", "US/Mountain", None),
            (60, "Europe/Brussels", "CET", None),
        ];
        all.into_iter().enumerate().map(entry).collect()
    }

    fn found(typed: &str) -> Vec<String> {
        let zones = zones();
        let spoken: Vec<_> = zones
            .iter()
            .map(|zone| match zone.entry.name.as_str() {
                "Europe/Warsaw" => "czassrodkowoeuropejski".to_owned(),
                _ => String::new(),
            })
            .collect();
        let found = find_zones(&zones, &spoken, typed);
        found.into_iter().map(|at| zones[at].entry.name.clone()).collect()
    }

    #[test]
    fn a_zone_is_found_by_its_city_its_name_its_alias_and_its_translated_name() {
        assert_eq!(found("new york"), ["America/New_York"]);
        assert_eq!(found("sao p"), ["America/Sao_Paulo"]);
        assert_eq!(found("Asia/Calcutta"), ["Asia/Kolkata"]);
        assert_eq!(found("kiev"), ["Europe/Kyiv"]);
        assert_eq!(found("srodkowo"), ["Europe/Warsaw"]);
        let european = ["Europe/Warsaw", "Europe/Kyiv", "Europe/London", "Europe/Brussels"];
        assert_eq!(found("europe"), european);
        assert!(found("atlantis").is_empty());
    }

    #[test]
    fn a_zone_is_found_by_its_city_in_the_users_language_and_still_in_english() {
        for typed in ["londyn", "London", "lond", "GB"] {
            assert_eq!(found(typed), ["Europe/London"], "{typed}");
        }
        assert_eq!(found("kijow"), ["Europe/Kyiv"]);
        assert_eq!(found("warszawa"), ["Europe/Warsaw"]);
        let zones = zones();
        assert_eq!(named_zone(&zones, "Kijow").map(|zone| &*zone.entry.name), Some("Europe/Kyiv"));
    }

    #[test]
    fn a_matching_name_that_the_label_does_not_show_is_shown_beside_it() {
        let zones = zones();
        let beside = |at: usize, typed: &str| zones[at].alias_for(&search_form(typed));
        assert_eq!(beside(6, "londyn"), None);
        assert_eq!(beside(6, "london"), Some("Europe/London"));
        assert_eq!(beside(4, "kiev"), Some("Europe/Kiev"));
        assert_eq!(beside(2, "kolkata"), None);
    }

    #[test]
    fn translated_names_match_their_zones_in_any_order() {
        let mut zones = zones();
        zones.reverse();
        let found = find_zones(&zones, &["easternus".to_owned()], "easternu");
        assert_eq!(found.iter().map(|at| zones[*at].index).collect::<Vec<_>>(), [0]);
    }

    #[test]
    fn a_zone_is_found_by_its_offset_from_utc() {
        for typed in ["+5:30", "UTC+05:30", "gmt+530", "utc +5:30"] {
            assert_eq!(found(typed), ["Asia/Kolkata"], "{typed}");
        }
        for typed in ["-5", "GMT-5", "UTC-05:00", "-0500"] {
            assert_eq!(found(typed), ["America/New_York", "America/Panama"], "{typed}");
        }
        assert_eq!(found("utc"), ["UTC", "Europe/London", "Etc/GMT"]);
        assert!(found("+23").is_empty());
    }

    #[test]
    fn a_zone_with_another_offset_than_typed_is_neither_chosen_nor_offered() {
        let zones = zones();
        for typed in ["GMT-3", "gmt - 3", "UTC-3", "-3", "GMT-03:00", "utc -0300"] {
            assert_eq!(named_zone(&zones, typed), None, "{typed}");
            assert_eq!(found(typed), ["America/Sao_Paulo", "Etc/GMT+3"], "{typed}");
        }
        for typed in ["GMT+3", "gmt + 3", "UTC+3", "+3", "GMT+03:00"] {
            assert_eq!(named_zone(&zones, typed), None, "{typed}");
            assert_eq!(found(typed), ["Etc/GMT-3"], "{typed}");
        }
    }

    #[test]
    fn a_full_name_is_read_with_the_posix_sign() {
        let zones = zones();
        let named = |typed| named_zone(&zones, typed).map(|zone| zone.entry.name.as_str());
        assert_eq!(named("Etc/GMT-3"), Some("Etc/GMT-3"));
        assert_eq!(named("etc/gmt+3"), Some("Etc/GMT+3"));
        assert_eq!(named("GMT+0"), Some("Etc/GMT"), "an alias with the same meaning");
        assert_eq!(found("Etc/GMT-3"), ["Etc/GMT-3"]);
    }

    #[test]
    fn an_abbreviation_offers_zones_but_does_not_choose_one() {
        let zones = zones();
        for typed in ["EST", "mst", "CET"] {
            assert_eq!(named_zone(&zones, typed), None, "{typed}");
        }
        assert_eq!(found("EST"), ["America/New_York", "America/Panama"]);
        assert_eq!(found("MST"), ["America/Denver", "America/Phoenix"]);
        assert_eq!(found("CET"), ["Europe/Warsaw", "Europe/Brussels"]);
    }

    #[test]
    fn a_full_name_chooses_its_zone() {
        let zones = zones();
        let named = |typed| named_zone(&zones, typed).map(|zone| zone.entry.name.as_str());
        assert_eq!(named("asia/calcutta"), Some("Asia/Kolkata"));
        assert_eq!(named("Warsaw"), Some("Europe/Warsaw"));
        assert_eq!(named("War"), None);
        assert_eq!(named(""), None);
    }
}
