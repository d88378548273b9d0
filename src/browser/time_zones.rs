//! The time zones that somebody can choose from.

use super::Tables;

/// A time zone to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneEntry {
    /// Its IANA name.
    pub name: String,
    /// Other names of the same zone, such as `Asia/Calcutta` of `Asia/Kolkata`.
    pub aliases: Vec<String>,
    /// The minutes that its clocks are ahead of UTC.
    pub offset_minutes: i32,
}

#[expect(dead_code, reason = "the zone picker is the one that asks")]
impl Tables {
    /// The zones, each once, in alphabetical order; offsets are those of the moment `now` (seconds
    /// since 1970). A stored alias is none of them and stays valid.
    pub fn zones(&self, now: u64) -> Vec<ZoneEntry> {
        let text = self.ask("zones", &now.to_string()).unwrap_or_default();
        text.lines().filter_map(zone).collect()
    }
}

fn zone(line: &str) -> Option<ZoneEntry> {
    let mut words = line.split_ascii_whitespace();
    Some(ZoneEntry {
        offset_minutes: words.next()?.parse().ok()?,
        name: words.next()?.to_owned(),
        aliases: words.map(str::to_owned).collect(),
    })
}
