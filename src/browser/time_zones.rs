//! The time zones that somebody can choose from.

use partner_portal_contract::time_zones::ZoneEntry;

use super::Tables;

impl Tables {
    /// The zones, each once, in alphabetical order; offsets are those of the moment `now` (seconds
    /// since 1970). A stored alias is none of them and stays valid.
    pub fn zones(&self, now: u64) -> Vec<ZoneEntry> {
        let text = self.ask("zones", &now.to_string()).unwrap_or_default();
        text.lines().filter_map(ZoneEntry::from_line).collect()
    }
}
