//! Parses compiled time zones (RFC 9636): the known changes, and the rule for all later ones.

use anyhow::{Context, Result, ensure};

/// The instant 2024-01-01. Earlier times are never requested.
pub(super) const BEGINNING: i64 = 1_704_067_200;

/// A zone from [`BEGINNING`] on. UTC offsets are in seconds.
pub(super) struct Zone {
    /// The UTC offset before the first change.
    pub(super) first: i32,
    /// The changes: the instant in seconds since 1970, and the UTC offset from then on.
    pub(super) changes: Vec<(i64, i32)>,
    /// The rule for later changes, in the notation of the POSIX variable `TZ`.
    pub(super) footer: String,
}

/// Parses version 2 or later.
pub(super) fn read(bytes: &[u8]) -> Result<Zone> {
    // The first block has 32-bit times for old readers and is skipped.
    let old = Header::read(bytes)?;
    let bytes = bytes.get(old.length(4)..).context("it ends too early")?;
    let header = Header::read(bytes)?;
    let (block, footer) = bytes.split_at_checked(header.length(8)).context("it ends too early")?;
    let (times, rest) = block[HEADER..].split_at(header.changes * 8);
    let (kinds, rest) = rest.split_at(header.changes);
    let offsets: Vec<i32> = rest
        .chunks_exact(6)
        .take(header.kinds)
        .map(|kind| i32::from_be_bytes([kind[0], kind[1], kind[2], kind[3]]))
        .collect();
    let mut zone = Zone {
        first: *offsets.first().context("it shows no time at all")?,
        changes: Vec::new(),
        footer: std::str::from_utf8(footer)?.trim_matches('\n').to_owned(),
    };
    let times = times.as_chunks().0;
    for (index, (time, kind)) in times.iter().zip(kinds).enumerate() {
        let at = i64::from_be_bytes(*time);
        let offset = *offsets.get(usize::from(*kind)).context("a change to nothing")?;
        let current = zone.changes.last().map_or(zone.first, |(_, offset)| *offset);
        if at <= BEGINNING {
            zone.first = offset;
        } else if offset != current || index + 1 == times.len() {
            // The rule applies from the last change on, so the last change is kept even if it
            // changes nothing.
            zone.changes.push((at, offset));
        }
    }
    Ok(zone)
}

const HEADER: usize = 44;

struct Header {
    changes: usize,
    kinds: usize,
    letters: usize,
    leap_seconds: usize,
    indicators: usize,
}

impl Header {
    fn read(bytes: &[u8]) -> Result<Self> {
        ensure!(bytes.starts_with(b"TZif") && bytes.len() >= HEADER, "it is no compiled zone");
        ensure!(bytes[4] >= b'2', "it has no 64-bit times");
        let count = |at: usize| {
            let at = 20 + at * 4;
            let bytes = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
            usize::try_from(u32::from_be_bytes(bytes))
        };
        Ok(Self {
            indicators: count(0)? + count(1)?,
            leap_seconds: count(2)?,
            changes: count(3)?,
            kinds: count(4)?,
            letters: count(5)?,
        })
    }

    fn length(&self, time: usize) -> usize {
        HEADER
            + self.changes * (time + 1)
            + self.kinds * 6
            + self.letters
            + self.leap_seconds * (time + 4)
            + self.indicators
    }
}
