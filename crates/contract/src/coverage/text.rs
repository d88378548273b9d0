//! Encodes questions and answers as text for the exchange between two WebAssembly modules. The
//! format is lines of numbers, because both sides can parse them with little code.

use std::str::SplitAsciiWhitespace;

use super::{
    ClockChange, Coverage, CoverageDay, CoverageNow, CoverageQuestion, EntryIndex, HoursEntry,
    Overlap, Span,
};
use crate::{DayOfWeek, TimeOfDay};

impl CoverageQuestion {
    /// Encodes the current instant, the first day and the shown zone on the first line, then one
    /// entry per line.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        add(&mut text, self.now);
        add(&mut text, self.first_day as u8);
        text += &self.shown_zone;
        for entry in &self.entries {
            text.push('\n');
            let days = entry.days.iter().fold(0_u8, |days, day| days | 1 << (*day as u8));
            add(&mut text, entry.index.schedule as u64);
            add(&mut text, entry.index.hours as u64);
            add(&mut text, days);
            add(&mut text, entry.opens.minutes());
            add(&mut text, entry.closes.minutes());
            text += &entry.time_zone;
        }
        text
    }

    /// Parses the output of [`Self::to_text`]. Entries whose zone cannot be a zone name are
    /// skipped; an unfinished input may contain them.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let mut words = lines.next()?.split_ascii_whitespace();
        Some(Self {
            now: number(&mut words)?,
            first_day: day(&mut words)?,
            shown_zone: words.next()?.to_owned(),
            entries: lines.filter_map(entry).collect(),
        })
    }
}

impl Coverage {
    /// Encodes the current state, the clock change, the seven days and the overlaps, each on its
    /// own line.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        add(&mut text, u8::from(self.is_open));
        add(&mut text, self.now.day as u64);
        add(&mut text, self.now.minute);
        add(&mut text, self.minutes_per_week);
        if let Some(at) = self.changes_at {
            add(&mut text, at);
        }
        text.push('\n');
        if let Some(change) = &self.clock_change {
            add(&mut text, change.at);
            add(&mut text, change.shown_before);
            text += &change.minutes.to_string();
            text.push(' ');
            text += &change.time_zone;
        }
        for day in &self.days {
            text.push('\n');
            text += &day.date;
            text.push(' ');
            add(&mut text, day.day as u8);
            for span in &day.spans {
                add(&mut text, span.from);
                add(&mut text, span.to);
            }
        }
        for Overlap { first, second } in &self.overlaps {
            text.push('\n');
            for index in [first, second] {
                add(&mut text, index.schedule as u64);
                add(&mut text, index.hours as u64);
            }
        }
        text
    }

    /// Parses the output of [`Self::to_text`].
    pub fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.split('\n').map(str::split_ascii_whitespace);
        let mut moment = lines.next()?;
        let is_open = number::<u8>(&mut moment)? == 1;
        let now = CoverageNow { day: number(&mut moment)?, minute: number(&mut moment)? };
        let minutes_per_week = number(&mut moment)?;
        let changes_at = number(&mut moment);
        let clock_change = clock_change(lines.next()?);
        Some(Self {
            days: lines.by_ref().take(7).map(coverage_day).collect::<Option<_>>()?,
            now,
            is_open,
            changes_at,
            minutes_per_week,
            clock_change,
            overlaps: lines.map(overlap).collect::<Option<_>>()?,
        })
    }
}

type Words<'a> = SplitAsciiWhitespace<'a>;

fn add(text: &mut String, number: impl Into<u64>) {
    *text += &number.into().to_string();
    text.push(' ');
}

/// Parses every number as `i64` first, so that the parsing code is compiled only once.
fn number<T: TryFrom<i64>>(words: &mut Words<'_>) -> Option<T> {
    T::try_from(words.next()?.parse().ok()?).ok()
}

fn day(words: &mut Words<'_>) -> Option<DayOfWeek> {
    DayOfWeek::ALL.get(number::<usize>(words)?).copied()
}

fn index(words: &mut Words<'_>) -> Option<EntryIndex> {
    Some(EntryIndex { schedule: number(words)?, hours: number(words)? })
}

fn entry(line: &str) -> Option<HoursEntry> {
    let mut words = line.split_ascii_whitespace();
    let index = index(&mut words)?;
    let days: u8 = number(&mut words)?;
    let entry = HoursEntry {
        index,
        days: DayOfWeek::ALL.into_iter().filter(|day| days >> (*day as u8) & 1 == 1).collect(),
        opens: TimeOfDay::from_minutes(number(&mut words)?)?,
        closes: TimeOfDay::from_minutes(number(&mut words)?)?,
        time_zone: words.next()?.to_owned(),
    };
    words.next().is_none().then_some(entry)
}

fn clock_change(mut words: Words<'_>) -> Option<ClockChange> {
    Some(ClockChange {
        at: number(&mut words)?,
        shown_before: number(&mut words)?,
        minutes: number(&mut words)?,
        time_zone: words.next()?.to_owned(),
    })
}

fn coverage_day(mut words: Words<'_>) -> Option<CoverageDay> {
    let date = words.next()?.to_owned();
    let day = day(&mut words)?;
    let mut spans = Vec::new();
    while let Some(from) = number(&mut words) {
        spans.push(Span { from, to: number(&mut words)? });
    }
    Some(CoverageDay { date, day, spans })
}

fn overlap(mut words: Words<'_>) -> Option<Overlap> {
    Some(Overlap { first: index(&mut words)?, second: index(&mut words)? })
}
