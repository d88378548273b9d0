//! Compares two independent implementations of the IANA database: ours and chrono-tz's.

use chrono::{DateTime, Offset, TimeZone};
use partner_portal_contract::{
    BundledReferenceData, ReferenceData,
    time_zones::{ZoneClock, ZoneRules},
};

/// The zones whose rules have changed since IANA 2025b, the release that chrono-tz contains.
const CHANGED_SINCE: [&str; 15] = [
    "Africa/Casablanca",
    "Africa/El_Aaiun",
    "America/Edmonton",
    "America/Havana",
    "America/Inuvik",
    "America/Rainy_River",
    "America/Vancouver",
    "America/Winnipeg",
    "America/Yellowknife",
    "Canada/Central",
    "Canada/Mountain",
    "Canada/Pacific",
    "Cuba",
    "Europe/Chisinau",
    "Europe/Tiraspol",
];
/// The range from 2024-01-01 to 2036-12-31.
const YEARS: std::ops::Range<i64> = 1_704_067_200..2_114_294_400;
/// The step for sampling between changes, in seconds.
const STEP: usize = 30 * 24 * 3600;

/// Returns the instants at which the implementations could differ: each change of our clock, the
/// second before it, and some in between.
fn moments(clock: &ZoneClock) -> Vec<i64> {
    let mut moments: Vec<i64> = YEARS.step_by(STEP).collect();
    let mut at = YEARS.start;
    while let Some(next) = clock.period(at).until.filter(|next| YEARS.contains(next)) {
        moments.extend([next - 1, next]);
        at = next;
    }
    moments
}

#[test]
fn both_agree_on_zones_that_have_not_changed() {
    let mut different = Vec::new();
    for zone in chrono_tz::TZ_VARIANTS {
        let name = zone.name();
        let clock = BundledReferenceData.clock(name).unwrap_or_else(|| panic!("no {name}"));
        let differs = |at: i64| {
            let theirs = zone
                .offset_from_utc_datetime(&DateTime::from_timestamp(at, 0).unwrap().naive_utc());
            theirs.fix().local_minus_utc() != clock.period(at).offset
        };
        if moments(&clock).into_iter().any(differs) {
            different.push(name);
        }
    }
    assert_eq!(different, CHANGED_SINCE);
}

#[test]
fn every_name_of_either_implementation_is_a_zone_with_a_clock() {
    let theirs = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
    for name in theirs.chain(BundledReferenceData::time_zones()) {
        assert_eq!(BundledReferenceData.time_zone(name).as_deref(), Some(name));
        assert!(BundledReferenceData.clock(name).is_some(), "{name} has no clock");
    }
}
