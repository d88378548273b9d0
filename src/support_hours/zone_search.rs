//! Finds a time zone by what somebody types: a city, an IANA name or an alias, a name in the
//! user's language, a distance from UTC. Pure.

use crate::{browser::ZoneEntry, i18n::search_form};

/// A time zone, ready to be searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// What it is.
    pub entry: ZoneEntry,
    city: String,
    name: String,
    aliases: Vec<String>,
    alias_cities: Vec<String>,
}

impl Zone {
    /// Prepares an entry.
    pub fn new(entry: ZoneEntry) -> Self {
        let aliases = entry.aliases.iter();
        Self {
            city: search_form(city(&entry.name)),
            name: search_form(&entry.name),
            aliases: aliases.clone().map(|alias| search_form(alias)).collect(),
            alias_cities: aliases.map(|alias| search_form(city(alias))).collect(),
            entry,
        }
    }

    /// The last part of its name as a search form, by which the list is sorted.
    pub fn city(&self) -> &str {
        &self.city
    }

    /// Whether it is the zone of that IANA name or alias.
    pub fn is_named(&self, name: &str) -> bool {
        self.entry.name == name || self.entry.aliases.iter().any(|alias| alias == name)
    }

    /// The alias by which `wanted`, a search form, finds the zone when its own name does not.
    pub fn alias_for(&self, wanted: &str) -> Option<&str> {
        if wanted.is_empty() || self.name.contains(wanted) {
            return None;
        }
        let at = self.aliases.iter().position(|alias| alias.contains(wanted))?;
        Some(&self.entry.aliases[at])
    }

    /// How well `wanted` fits, 0 being the best. `spoken` is the zone's name in the user's
    /// language, as a search form.
    fn rank(&self, wanted: &str, spoken: &str) -> Option<u8> {
        let is_alias = || self.aliases.iter().chain(&self.alias_cities).any(|it| it == wanted);
        if self.city == wanted || self.name == wanted {
            Some(0)
        } else if self.city.starts_with(wanted) {
            Some(1)
        } else if is_alias() {
            Some(2)
        } else if self.name.contains(wanted) {
            Some(3)
        } else if self.aliases.iter().any(|alias| alias.contains(wanted)) {
            Some(4)
        } else {
            spoken.contains(wanted).then_some(5)
        }
    }
}

/// The last part of an IANA name.
fn city(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// The indexes of the zones that fit, the best first. `spoken` holds the names in the user's
/// language in the order of the zones; it may be empty.
pub fn find_zones(zones: &[Zone], spoken: &[String], typed: &str) -> Vec<usize> {
    let wanted = search_form(typed);
    let offset = offset_minutes(&wanted);
    let rank = |(at, zone): (usize, &Zone)| {
        if offset == Some(zone.entry.offset_minutes) {
            // The exact name, such as "UTC", still comes first.
            return Some((u8::from(zone.name != wanted), at));
        }
        if offset.is_some() && wanted.starts_with(['+', '-']) {
            return None;
        }
        zone.rank(&wanted, spoken.get(at).map_or("", String::as_str)).map(|rank| (rank + 2, at))
    };
    let mut found: Vec<_> = zones.iter().enumerate().filter_map(rank).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

/// The one zone that the text names in full: an IANA name, an alias, or a city that no other zone
/// has.
pub fn named_zone<'a>(zones: &'a [Zone], typed: &str) -> Option<&'a Zone> {
    let wanted = search_form(typed);
    let named = |zone: &&Zone| zone.name == wanted || zone.aliases.contains(&wanted);
    let in_city = || {
        let mut found = zones.iter().filter(|zone| zone.city == wanted);
        found.next().filter(|_| found.next().is_none())
    };
    zones.iter().find(named).or_else(in_city)
}

/// "+2", "utc+0200", "gmt-5" and "+530" as minutes ahead of UTC.
fn offset_minutes(wanted: &str) -> Option<i32> {
    let offset = wanted.strip_prefix("utc").or_else(|| wanted.strip_prefix("gmt"));
    let offset = offset.unwrap_or(wanted);
    if offset.is_empty() && !wanted.is_empty() {
        return Some(0);
    }
    let digits = offset.strip_prefix(['+', '-'])?;
    if !(1..=4).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) =
        digits.split_at(if digits.len() > 2 { digits.len() - 2 } else { digits.len() });
    let hours: i32 = hours.parse().ok()?;
    let minutes: i32 = if minutes.is_empty() { 0 } else { minutes.parse().ok()? };
    let ahead = hours * 60 + minutes;
    Some(if offset.starts_with('-') { -ahead } else { ahead })
}

/// "UTC+02:00".
pub fn offset_text(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let ahead = minutes.unsigned_abs();
    format!("UTC{sign}{:02}:{:02}", ahead / 60, ahead % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zones() -> Vec<Zone> {
        let entry = |offset_minutes, name: &str, aliases: &[&str]| {
            Zone::new(ZoneEntry {
                offset_minutes,
                name: name.to_owned(),
                aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            })
        };
        vec![
            entry(-300, "America/New_York", &["US/Eastern"]),
            entry(-180, "America/Sao_Paulo", &["Brazil/East"]),
            entry(330, "Asia/Kolkata", &["Asia/Calcutta"]),
            entry(60, "Europe/Warsaw", &["Poland"]),
            entry(120, "Europe/Kyiv", &["Europe/Kiev"]),
            entry(0, "UTC", &["Etc/UTC"]),
            entry(0, "Europe/London", &["GB"]),
        ]
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
    fn a_zone_is_found_by_its_city_its_name_its_alias_and_its_spoken_name() {
        assert_eq!(found("new york"), ["America/New_York"]);
        assert_eq!(found("sao p"), ["America/Sao_Paulo"]);
        assert_eq!(found("Asia/Calcutta"), ["Asia/Kolkata"]);
        assert_eq!(found("kiev"), ["Europe/Kyiv"]);
        assert_eq!(found("srodkowo"), ["Europe/Warsaw"]);
        assert_eq!(found("europe"), ["Europe/Warsaw", "Europe/Kyiv", "Europe/London"]);
        assert!(found("atlantis").is_empty());
    }

    #[test]
    fn a_zone_is_found_by_its_distance_from_utc() {
        for typed in ["+5:30", "UTC+05:30", "gmt+530", "utc +5:30"] {
            assert_eq!(found(typed), ["Asia/Kolkata"], "{typed}");
        }
        for typed in ["-5", "GMT-5", "UTC-05:00", "-0500"] {
            assert_eq!(found(typed), ["America/New_York"], "{typed}");
        }
        assert_eq!(found("utc"), ["UTC", "Europe/London"]);
        assert!(found("+23").is_empty());
    }

    #[test]
    fn a_full_name_needs_no_choice() {
        let zones = zones();
        let named = |typed| named_zone(&zones, typed).map(|zone| zone.entry.name.as_str());
        assert_eq!(named("asia/calcutta"), Some("Asia/Kolkata"));
        assert_eq!(named("Warsaw"), Some("Europe/Warsaw"));
        assert_eq!(named("War"), None);
        assert_eq!(named(""), None);
    }

    #[test]
    fn a_distance_has_a_sign_and_four_digits() {
        assert_eq!(offset_text(330), "UTC+05:30");
        assert_eq!(offset_text(-210), "UTC-03:30");
        assert_eq!(offset_text(0), "UTC+00:00");
    }
}
