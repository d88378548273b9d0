//! Determines the zones that a user can choose and their other names.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};

use super::release::Release;

/// Old names of places that have a zone name of their own. The release links them only to a larger
/// place that has had the same clocks since 1970; the right names are in comments of IANA's file
/// `backward`.
const RENAMED: [(&str, &str); 10] = [
    ("Africa/Asmera", "Africa/Asmara"),
    ("Africa/Timbuktu", "Africa/Bamako"),
    ("America/Coral_Harbour", "America/Atikokan"),
    ("America/Virgin", "America/St_Thomas"),
    ("Antarctica/South_Pole", "Antarctica/McMurdo"),
    ("Atlantic/Jan_Mayen", "Arctic/Longyearbyen"),
    ("Iceland", "Atlantic/Reykjavik"),
    ("Pacific/Ponape", "Pacific/Pohnpei"),
    ("Pacific/Truk", "Pacific/Chuuk"),
    ("Pacific/Yap", "Pacific/Chuuk"),
];

/// Zones that are not places, each with a zone that has the same clock.
const NO_PLACES: [(&str, &str); 5] = [
    ("CST6CDT", "America/Chicago"),
    ("EST5EDT", "America/New_York"),
    ("Factory", "Etc/UTC"),
    ("MST7MDT", "America/Denver"),
    ("PST8PDT", "America/Los_Angeles"),
];

/// All names of a release.
pub(super) struct Names {
    /// The aliases of each zone. Zones are the places of `zone.tab`, which include countries
    /// without clocks of their own, and all other names that are not links.
    pub(super) zones: BTreeMap<String, BTreeSet<String>>,
}

impl Names {
    /// Reads the files `zones`, `zone.tab` and `tzdata.zi`.
    pub(super) fn read(release: &Release) -> Result<Self> {
        let table = release.text("zoneinfo/zone.tab")?;
        let places: BTreeSet<&str> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split('\t').nth(2))
            .collect();
        let source = release.text("zoneinfo/tzdata.zi")?;
        let links: BTreeMap<&str, &str> = source
            .lines()
            .filter_map(|line| line.strip_prefix("L ")?.split_once(' '))
            .map(|(target, name)| (name, target))
            .chain(RENAMED)
            .chain(NO_PLACES)
            .filter(|(name, _)| !places.contains(name))
            .collect();
        let listed = release.text("zones")?;
        let mut zones = BTreeMap::<String, BTreeSet<String>>::new();
        for name in listed.split_whitespace() {
            match links.get(name) {
                None => drop(zones.entry(name.to_owned()).or_default()),
                Some(&target) => {
                    let target = links.get(target).copied().unwrap_or(target);
                    zones.entry(target.to_owned()).or_default().insert(name.to_owned());
                }
            }
        }
        let known: BTreeSet<&str> = listed.split_whitespace().collect();
        let stray = zones.keys().find(|zone| !known.contains(zone.as_str()));
        ensure!(stray.is_none(), "an alias of {stray:?}, which is no zone");
        zones.first_key_value().context("the release names no zones")?;
        Ok(Self { zones })
    }
}
