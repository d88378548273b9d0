//! A time zone as the search sees it. Pure functions.

use crate::{browser::ZoneEntry, i18n::search_form};

/// A time zone, prepared for the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// The zone's entry in the tables.
    pub entry: ZoneEntry,
    /// The index in the tables, which does not change when the zones are sorted again.
    pub index: usize,
    pub(super) city: String,
    /// The city in the user's language; empty if it equals the one in the IANA name.
    pub(super) own_city: String,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
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
    pub(super) fn rank(&self, wanted: &str, spoken: &str) -> Option<u8> {
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
