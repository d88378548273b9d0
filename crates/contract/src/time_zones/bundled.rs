//! The rules of the current IANA release, linked in.

use super::{Daylight, YearlyRule, YearlyTurn, ZoneChange, ZoneClock, ZoneEntry, ZoneRules};
use crate::BundledReferenceData;

/// Written by `cargo xtask time-zones`. A line with `=` is a rule; the zones on the lines below it
/// keep to it, each with its aliases. All times are in minutes.
const DATA: &str = include_str!("zones.txt");

impl BundledReferenceData {
    /// Every IANA name, links included, in alphabetical order.
    pub fn time_zones() -> impl Iterator<Item = &'static str> {
        let mut names: Vec<_> = zones().flat_map(|(_, zone)| zone.split(' ')).collect();
        names.sort_unstable();
        names.into_iter()
    }

    /// The zones that somebody can choose, in alphabetical order, with their distances from UTC at
    /// an instant in seconds since 1970.
    pub fn zone_entries(at: i64) -> Vec<ZoneEntry> {
        let mut entries: Vec<_> = zones()
            .filter_map(|(rule, zone)| {
                let mut names = zone.split(' ').map(str::to_owned);
                Some(ZoneEntry {
                    name: names.next()?,
                    aliases: names.collect(),
                    offset_minutes: clock(rule)?.period(at).offset / 60,
                })
            })
            .collect();
        entries.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        entries
    }

    /// A time zone's name as IANA spells it, from a name in any case.
    pub(crate) fn time_zone_name(name: &str) -> Option<&'static str> {
        // IANA names differ in more than their case, so reading them in any case is safe.
        zones().flat_map(|(_, zone)| zone.split(' ')).find(|known| known.eq_ignore_ascii_case(name))
    }
}

impl ZoneRules for BundledReferenceData {
    fn clock(&self, time_zone: &str) -> Option<ZoneClock> {
        let is_named =
            |zone: &str| zone.split(' ').any(|name| name.eq_ignore_ascii_case(time_zone));
        clock(zones().find(|(_, zone)| is_named(zone))?.0)
    }
}

/// Each zone's line and the rule above it.
fn zones() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut current = "";
    DATA.lines().filter(|line| !line.starts_with('#')).filter_map(move |line| {
        if let Some(rule) = line.strip_prefix("= ") {
            current = rule;
            return None;
        }
        Some((current, line))
    })
}

/// `RULE`, or `RULE ; FIRST AT:OFFSET AT:OFFSET ...`.
fn clock(text: &str) -> Option<ZoneClock> {
    let (yearly, changes) = text.split_once(" ; ").unwrap_or((text, ""));
    let rule = rule(yearly)?;
    let mut words = changes.split_ascii_whitespace();
    let first = words.next().map_or(Some(rule.standard), offset)?;
    let change = |word: &str| {
        let (at, to) = word.split_once(':')?;
        Some(ZoneChange { at: minutes(at)?, offset: offset(to)? })
    };
    Some(ZoneClock { first, changes: words.map(change).collect::<Option<_>>()?, rule })
}

/// `STANDARD`, or `STANDARD DAYLIGHT BEGINS ENDS`.
fn rule(text: &str) -> Option<YearlyRule> {
    let mut words = text.split(' ');
    let standard = offset(words.next()?)?;
    let daylight = match words.next() {
        None => None,
        Some(daylight) => Some(Daylight {
            offset: offset(daylight)?,
            begins: turn(words.next()?)?,
            ends: turn(words.next()?)?,
        }),
    };
    Some(YearlyRule { standard, daylight })
}

/// `MONTH.WEEK.DAY/MINUTES`.
fn turn(text: &str) -> Option<YearlyTurn> {
    let (day, time) = text.split_once('/')?;
    let mut parts = day.split('.').map(|part| part.parse().ok());
    Some(YearlyTurn {
        month: parts.next()??,
        week: parts.next()??,
        day: parts.next()??,
        time: minutes(time)?,
    })
}

fn minutes(text: &str) -> Option<i64> {
    Some(text.parse::<i64>().ok()? * 60)
}

fn offset(text: &str) -> Option<i32> {
    Some(text.parse::<i32>().ok()? * 60)
}
