//! The directory of time zones to choose from, built once from the tables for all schedules.

use std::collections::BTreeMap;

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::language::Language;

use super::{
    coverage_preview::TablesStatus,
    zone::Zone,
    zone_abbreviation::is_abbreviation,
    zone_label::zone_label,
    zone_offset::offset_text,
    zone_search::{find_zones, named_zone},
};
use crate::{
    browser::{Tables, ZoneEntry, now, sleep},
    i18n::{
        I18n, city_name, collated, search_form, use_i18n, viewer_time_zone, zone_name,
        zone_search_names,
    },
    reactive::memo,
    ui::ComboboxOption,
};

/// The number of zones whose names are requested at once. A request takes the browser about 100 µs,
/// each zone needs two, and a keystroke may have to wait for them.
const NAMES_AT_ONCE: usize = 5;
/// The pause in milliseconds before the next request, which leaves most of the time for typing.
const BETWEEN_NAMES: u32 = 8;

/// The zones and the names loaded so far.
#[derive(Clone, Copy)]
pub struct ZoneDirectory {
    // Stored separately, because every picker gets the directory by value.
    i18n: StoredValue<I18n>,
    tables: ReadSignal<Option<Tables>, LocalStorage>,
    status: Signal<TablesStatus>,
    entries: Memo<Vec<ZoneEntry>>,
    zones: Memo<Vec<Zone>>,
    labels: Memo<Vec<String>>,
    /// The names in the user's language as search forms, in the order of the tables. Empty until
    /// all of them are loaded.
    spoken: RwSignal<Vec<String>>,
    spoken_in: StoredValue<Option<Language>>,
    gathering: RwSignal<bool>,
    /// A cache of names that were shown, by zone. Asking the browser again would slow down typing.
    shown: StoredValue<BTreeMap<String, String>>,
    shown_in: StoredValue<Option<Language>>,
}

impl ZoneDirectory {
    /// Creates the directory from the tables, once they are loaded. `status` is their loading
    /// status.
    pub fn new(
        tables: ReadSignal<Option<Tables>, LocalStorage>,
        status: Signal<TablesStatus>,
    ) -> Self {
        let i18n = use_i18n();
        let entries = memo(move || {
            let entries = tables.with(|tables| tables.as_ref().map(|it| it.zones(now())));
            entries.unwrap_or_default()
        });
        let names = memo(move || {
            let name = |entry: &ZoneEntry| zone_label(i18n, &entry.name);
            entries.with(|entries| entries.iter().map(name).collect::<Vec<_>>())
        });
        let order = memo(move || names.with(|names| collated(i18n, names)));
        let zones = memo(move || {
            let zone = |index: usize, entry: &ZoneEntry| {
                let own_city = city_name(i18n, &entry.name);
                Zone::new(index, entry.clone(), own_city.as_deref())
            };
            let (order, entries) = (order.read(), entries.read());
            order.iter().filter_map(|at| Some(zone(*at, entries.get(*at)?))).collect()
        });
        let labels = memo(move || {
            let (order, names) = (order.read(), names.read());
            order.iter().filter_map(|at| names.get(*at).cloned()).collect()
        });
        let (spoken, spoken_in) = (RwSignal::default(), StoredValue::default());
        let (shown, shown_in) = (StoredValue::default(), StoredValue::default());
        let gathering = RwSignal::new(false);
        Self {
            i18n: StoredValue::new(i18n),
            tables,
            status,
            entries,
            zones,
            labels,
            spoken,
            spoken_in,
            gathering,
            shown,
            shown_in,
        }
    }

    /// Returns whether the zones are still loading.
    pub fn is_loading(self) -> bool {
        self.status.get() == TablesStatus::Loading
    }

    /// Returns whether the names in the user's language are still loading.
    pub fn is_gathering(self) -> bool {
        self.gathering.get()
    }

    /// Returns whether there are no zones because the tables could not be loaded.
    pub fn has_failed(self) -> bool {
        self.status.get() == TablesStatus::Failed
    }

    /// Returns whether the tables do not have a zone with this name. Returns false while they load.
    pub fn is_unknown(self, name: &str) -> bool {
        use partner_portal_contract::ReferenceData;
        self.tables.with(|it| it.as_ref().is_some_and(|tables| tables.time_zone(name).is_none()))
    }

    /// Returns all zones as options. If nothing is `chosen`, the user's own zone comes first.
    pub fn all(self, chosen: &str) -> Vec<ComboboxOption> {
        let own = if chosen.is_empty() { viewer_time_zone() } else { String::new() };
        self.zones.with(|zones| {
            let is_own = |zone: &Zone| !own.is_empty() && zone.is_named(&own);
            let first = zones.iter().position(is_own);
            let others = (0..zones.len()).filter(|at| Some(*at) != first);
            self.options(zones, first.into_iter().chain(others), chosen)
        })
    }

    /// Returns the zones that match the typed text, the best match first.
    pub fn found(self, typed: &str, chosen: &str) -> Vec<ComboboxOption> {
        self.zones.with(|zones| {
            let found = self.spoken.with(|spoken| find_zones(zones, spoken, typed));
            self.options(zones, found.into_iter(), chosen)
        })
    }

    fn options(
        self,
        zones: &[Zone],
        places: impl Iterator<Item = usize>,
        chosen: &str,
    ) -> Vec<ComboboxOption> {
        let option = |labels: &[String], at: usize| ComboboxOption {
            value: zones[at].entry.name.clone(),
            label: labels.get(at).cloned().unwrap_or_default(),
            selected: !chosen.is_empty() && zones[at].is_named(chosen),
            ..ComboboxOption::default()
        };
        self.labels.with(|labels| places.map(|at| option(labels, at)).collect())
    }

    /// Returns the offset from UTC, the name in the user's language, and the alias that the search
    /// matched.
    pub fn detail(self, name: &str, typed: &str) -> String {
        self.zones.with(|zones| {
            let zone = zones.iter().find(|it| it.entry.name == name);
            zone.map(|zone| self.detail_of(zone, typed)).unwrap_or_default()
        })
    }

    fn detail_of(self, zone: &Zone, typed: &str) -> String {
        // The isolate keeps the order of signs and digits in right-to-left text.
        let mut detail =
            "\u{2066}".to_owned() + &offset_text(zone.entry.offset_minutes) + "\u{2069}";
        let spoken = self.name_in_words(&zone.entry.name);
        for more in [Some(spoken.as_str()), zone.alias_for(&search_form(typed))] {
            if let Some(more) = more.filter(|more| !more.is_empty()) {
                detail += " · ";
                detail += more;
            }
        }
        detail
    }

    fn name_in_words(self, name: &str) -> String {
        let language = self.i18n.get_value().language();
        if self.shown_in.get_value() != Some(language) {
            self.shown_in.set_value(Some(language));
            self.shown.set_value(BTreeMap::new());
        }
        self.shown.with_value(|shown| shown.get(name).cloned()).unwrap_or_else(|| {
            let words = zone_name(self.i18n.get_value(), name);
            self.shown.update_value(|shown| {
                shown.insert(name.to_owned(), words.clone());
            });
            words
        })
    }

    /// Returns the IANA name of the zone that the text names in full, or of the only zone that it
    /// finds. Returns `None` for an abbreviation, which only offers zones.
    pub fn named(self, typed: &str) -> Option<String> {
        if is_abbreviation(&search_form(typed)) {
            return None;
        }
        let own = self.labels.with_untracked(|labels| labels.iter().position(|it| it == typed));
        self.zones.with_untracked(|zones| {
            let only = || {
                let found = self.spoken.with_untracked(|spoken| find_zones(zones, spoken, typed));
                if let [at] = found[..] { zones.get(at) } else { None }
            };
            let zone = own.and_then(|at| zones.get(at)).or_else(|| named_zone(zones, typed));
            zone.or_else(only).map(|zone| zone.entry.name.clone())
        })
    }

    /// Loads the names in the user's language, a few at a time so that typing stays smooth.
    pub fn gather_spoken_names(self) {
        let language = self.i18n.get_value().language();
        let names: Vec<String> =
            self.entries.with(|all| all.iter().map(|entry| entry.name.clone()).collect());
        if names.is_empty() || self.spoken_in.get_value() == Some(language) {
            return;
        }
        self.spoken_in.set_value(Some(language));
        self.gathering.set(true);
        spawn_local(async move {
            let mut spoken = Vec::with_capacity(names.len());
            for some in names.chunks(NAMES_AT_ONCE) {
                // First lets the browser draw the editor and show typed letters.
                sleep(BETWEEN_NAMES).await;
                // The editor may no longer exist, or the language may have changed.
                if self.spoken_in.try_get_value() != Some(Some(language)) {
                    return;
                }
                spoken.extend(
                    some.iter()
                        .map(|name| search_form(&zone_search_names(self.i18n.get_value(), name))),
                );
            }
            let _ = self.spoken.try_set(spoken);
            let _ = self.gathering.try_set(false);
        });
    }
}
