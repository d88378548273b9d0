//! Reads the list of time zones from the tables.

use partner_portal_contract::time_zones::ZoneEntry;

use super::module::Tables;

impl Tables {
    /// Returns each time zone once, in alphabetical order. The offsets are those at `now` (seconds
    /// since 1970). The list has no aliases, but a stored alias stays valid.
    pub fn zones(&self, now: u64) -> Vec<ZoneEntry> {
        let text = self.call("zones", &now.to_string()).unwrap_or_default();
        text.lines().filter_map(ZoneEntry::from_line).collect()
    }
}
