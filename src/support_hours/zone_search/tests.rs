//! Tests which zones a typed text finds.

use super::{find_zones, named_zone};
use crate::{browser::ZoneEntry, i18n::search_form, support_hours::zone::Zone};

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
