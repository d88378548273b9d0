//! Reads city names in the product's languages from the npm package of Unicode's CLDR.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use partner_portal_contract::language::Language;
use serde_json::Value;

use super::names::Names;
use crate::process::run_quietly;
use crate::tools::whole_or_not;
use crate::workspace::Workspace;

const PACKAGE: &str = "cldr-dates-full";
/// Pinned, because a new version changes names that users know. Review the changes when updating.
const VERSION: &str = "48.2.0";
const FOLDER: &str = "src/i18n/cities";

/// Maps the name of a zone to its city.
type Cities = BTreeMap<String, String>;

/// Writes a file per language with the cities whose name differs from the zone's.
pub(super) fn write(workspace: &Workspace, names: &Names) -> Result<()> {
    let package = workspace.tools.join(format!("{PACKAGE}-{VERSION}"));
    let what = format!("{PACKAGE} {VERSION}, names of cities in many languages (npm)");
    whole_or_not(&workspace.tools, &package, &what, fetch)?;
    let read = |language: Language| {
        let (tag, name) = (language.tag(), cldr_name(language));
        let file = package.join(format!("package/main/{name}/timeZoneNames.json"));
        let text = fs::read_to_string(&file)
            .with_context(|| format!("reading {}, the cities in {tag}", file.display()))?;
        let zones = &serde_json::from_str::<Value>(&text)?["main"][name]["dates"]["timeZoneNames"];
        let (mut known, mut cities) = (BTreeSet::new(), Cities::new());
        collect(&zones["zone"], "", &mut known, &mut cities);
        Ok((tag.to_owned(), known, cities))
    };
    let read = Language::ALL.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    // Each language lists only the zones for which it has data.
    let known: BTreeSet<String> = read.iter().flat_map(|(_, known, _)| known.clone()).collect();
    for (tag, _, cities) in read {
        let own = of_our_zones(names, &known, &cities)?;
        let file = workspace.root.join(FOLDER).join(format!("{tag}.json"));
        let text = serde_json::to_string_pretty(&own)? + "\n";
        fs::write(&file, text).with_context(|| format!("writing {}", file.display()))?;
        eprintln!("{FOLDER}/{tag}.json names {} cities by CLDR {VERSION}", own.len());
    }
    Ok(())
}

/// Returns the language's name in CLDR, where Portuguese is Brazilian.
const fn cldr_name(language: Language) -> &'static str {
    match language {
        Language::BrazilianPortuguese => "pt",
        other => other.tag(),
    }
}

fn fetch(partial: &Path) -> Result<()> {
    let mut pack = Command::new("npm");
    run_quietly(
        pack.args(["pack", "--silent", &format!("{PACKAGE}@{VERSION}")]).current_dir(partial),
    )?;
    let archive = format!("{PACKAGE}-{VERSION}.tgz");
    let mut tar = Command::new("tar");
    tar.args(["-xzf", &archive, "package/LICENSE"]);
    tar.args(
        Language::ALL
            .map(|language| format!("package/main/{}/timeZoneNames.json", cldr_name(language))),
    );
    run_quietly(tar.current_dir(partial))?;
    fs::remove_file(partial.join(archive)).context("removing the archive")
}

/// Collects all zones below a node, whose name parts are nested, and the cities that it names.
fn collect(node: &Value, name: &str, known: &mut BTreeSet<String>, cities: &mut Cities) {
    if node["_type"] == "zone" {
        known.insert(name.to_owned());
        if let Some(city) = node["exemplarCity"].as_str() {
            cities.insert(name.to_owned(), city.to_owned());
        }
        return;
    }
    for (part, below) in node.as_object().into_iter().flatten() {
        let name = if name.is_empty() { part.clone() } else { format!("{name}/{part}") };
        collect(below, &name, known, cities);
    }
}

/// Maps CLDR's data to our zone names. CLDR keeps the first name of a zone: its `Asia/Calcutta` is
/// our `Asia/Kolkata`.
fn of_our_zones(names: &Names, known: &BTreeSet<String>, cities: &Cities) -> Result<Cities> {
    let mut own = Cities::new();
    for (zone, aliases) in &names.zones {
        let mut called = aliases.iter().filter(|alias| known.contains(*alias));
        let called = if known.contains(zone) { Some(zone) } else { called.next() };
        let Some(city) = called.and_then(|called| cities.get(called)) else { continue };
        let last = zone.rsplit('/').next().context("a zone has a name")?;
        if *city != last.replace('_', " ") {
            ensure!(!city.trim().is_empty(), "CLDR has no name for the city of {zone}");
            own.insert(zone.clone(), city.clone());
        }
    }
    Ok(own)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_city_is_found_by_the_old_name_of_its_zone_and_omitted_if_the_names_are_equal() {
        let zones = json!({
            "America": { "Indiana": { "Knox": { "_type": "zone", "exemplarCity": "Knox, Indiana" } } },
            "Asia": { "Calcutta": { "_type": "zone", "exemplarCity": "Kalkuta" } },
            "Europe": {
                "Rome": { "_type": "zone", "exemplarCity": "Rome" },
                "Paris": { "_type": "zone" }
            }
        });
        let (mut known, mut cities) = (BTreeSet::new(), Cities::new());
        collect(&zones, "", &mut known, &mut cities);
        let zone = |name: &str, aliases: &[&str]| {
            (name.to_owned(), aliases.iter().map(|alias| (*alias).to_owned()).collect())
        };
        let names = Names {
            zones: BTreeMap::from([
                zone("America/Indiana/Knox", &["US/Indiana-Starke"]),
                zone("Asia/Kolkata", &["Asia/Calcutta"]),
                zone("Europe/Paris", &[]),
                zone("Europe/Rome", &["Europe/Vatican"]),
            ]),
        };
        let own = of_our_zones(&names, &known, &cities).unwrap();
        let expected = [("America/Indiana/Knox", "Knox, Indiana"), ("Asia/Kolkata", "Kalkuta")];
        assert_eq!(own, expected.map(|(zone, city)| (zone.to_owned(), city.to_owned())).into());
    }
}
