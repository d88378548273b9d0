//! Finds time zones by typed text: a city, an IANA name or an alias, a name in the user's language,
//! or an offset from UTC. Pure functions.

#[cfg(test)]
mod tests;

use super::{
    zone::Zone,
    zone_abbreviation::{is_abbreviation, zones_with},
    zone_offset::offset_minutes,
};
use crate::i18n::search_form;

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
