//! Tests that the time zones match the current IANA release.

use std::{env, fs};

use partner_portal_contract::{BundledReferenceData, time_zones::ZoneRules};

/// The range from 2024-01-01 to 2037-01-01.
const YEARS: std::ops::Range<i64> = 1_704_067_200..2_114_380_800;

/// Returns a line that describes a zone's clock: its name, its UTC offset at the start of 2024, and
/// `AT:OFFSET` for each change until the end of 2036.
fn described(name: &str) -> Option<String> {
    let clock = BundledReferenceData.clock(name)?;
    let mut offset = clock.period(YEARS.start).offset;
    let mut words = vec![name.to_owned(), offset.to_string()];
    let mut at = YEARS.start;
    while let Some(next) = clock.period(at).until.filter(|next| YEARS.contains(next)) {
        at = next;
        if clock.period(at).offset != offset {
            offset = clock.period(at).offset;
            words.push(format!("{at}:{offset}"));
        }
    }
    Some(words.join(" "))
}

#[test]
#[ignore = "`cargo xtask test native` fetches the release and names the file"]
fn every_clock_changes_as_iana_says_until_2036() {
    let file = env::var("TIME_ZONE_CHANGES").expect("the file of the release's changes");
    let release = fs::read_to_string(file).expect("reading the release's changes");
    assert!(release.lines().count() > 500, "the release lists its zones");
    let wrong: Vec<_> = release
        .lines()
        .filter_map(|line| {
            line.split(' ').next().filter(|name| described(name).as_deref() != Some(line))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "not what IANA says: {}. `cargo xtask time-zones` fetches the current rules.",
        wrong.join(", ")
    );
    let names: Vec<_> = BundledReferenceData::time_zones()
        .into_iter()
        .filter(|name| !release.contains(&format!("{name} ")))
        .collect();
    assert!(names.is_empty(), "IANA has no {names:?}");
}
