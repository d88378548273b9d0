//! The rules of the current IANA release, linked in.

use super::{Daylight, YearlyRule, YearlyTurn, ZoneChange, ZoneClock, ZoneEntry, ZoneRules};
use crate::BundledReferenceData;

/// Written by `cargo xtask time-zones`. First come the rules, each after a `=`; then the zones in
/// alphabetical order: the index of its rule, its name and its aliases. All times are in minutes.
const DATA: &str = include_str!("zones.txt");

impl BundledReferenceData {
    /// Every IANA name, links included, in alphabetical order.
    pub fn time_zones() -> Vec<&'static str> {
        let mut names = Vec::new();
        for (_, zone) in zones() {
            names.extend(zone.split(' '));
        }
        names.sort_unstable();
        names
    }

    /// The zones that somebody can choose, in alphabetical order, with their distances from UTC at
    /// an instant in seconds since 1970.
    pub fn zone_entries(at: i64) -> Vec<ZoneEntry> {
        let clocks: Vec<_> = rules().map(clock).collect();
        let mut entries = Vec::new();
        for (rule, zone) in zones() {
            let mut names = zone.split(' ').map(str::to_owned);
            if let (Some(Some(clock)), Some(name)) = (clocks.get(rule), names.next()) {
                let offset_minutes = clock.period(at).offset / 60;
                entries.push(ZoneEntry { name, aliases: names.collect(), offset_minutes });
            }
        }
        entries
    }
}

impl ZoneRules for BundledReferenceData {
    fn clock(&self, time_zone: &str) -> Option<ZoneClock> {
        let (rule, _) = find(time_zone)?;
        clock(rules().nth(rule)?)
    }
}

/// The index of the rule, and the name as IANA spells it, of a zone that is named in any case: IANA
/// names differ in more than their case.
pub(crate) fn find(name: &str) -> Option<(usize, &'static str)> {
    for (rule, zone) in zones() {
        if let Some(known) = zone.split(' ').find(|known| known.eq_ignore_ascii_case(name)) {
            return Some((rule, known));
        }
    }
    None
}

fn rules() -> impl Iterator<Item = &'static str> {
    DATA.lines().filter_map(|line| line.strip_prefix("= "))
}

/// The index of each zone's rule, and its names.
fn zones() -> impl Iterator<Item = (usize, &'static str)> {
    DATA.lines().filter_map(|line| {
        let (rule, names) = line.split_once(' ')?;
        Some((number(rule)?, names))
    })
}

/// `RULE`, or `RULE ; FIRST AT:OFFSET AT:OFFSET ...`.
fn clock(text: &str) -> Option<ZoneClock> {
    let (yearly, changes) = text.split_once(';').unwrap_or((text, ""));
    let rule = rule(yearly.trim_ascii())?;
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
    let mut parts = day.split('.');
    Some(YearlyTurn {
        month: number(parts.next()?)?,
        week: number(parts.next()?)?,
        day: number(parts.next()?)?,
        time: minutes(time)?,
    })
}

fn minutes(text: &str) -> Option<i64> {
    Some(number::<i64>(text)? * 60)
}

fn offset(text: &str) -> Option<i32> {
    Some(number::<i32>(text)? * 60)
}

/// By way of one kind of number, so that the reading is there only once.
fn number<T: TryFrom<i64>>(text: &str) -> Option<T> {
    T::try_from(text.parse().ok()?).ok()
}
