//! Recognises display names in front of addresses.

use super::{
    entry::Entry,
    marks::is_mark,
    word::{is_address_like, without_straight_quotes},
};

/// The possible start of a display name. The entries from there on are words that may turn out to
/// belong to the name.
#[derive(Clone, Copy, Default)]
pub(super) struct Name {
    start: usize,
    /// The index of the entry behind a comma that may separate family name and given name.
    comma: Option<usize>,
}

impl Name {
    pub(super) fn starting_at(start: usize) -> Self {
        Self { start, comma: None }
    }

    /// Returns the state after a separator. A comma usually separates entries, but some mail
    /// programs also write it between the two parts of a name:
    /// `Lovelace, Ada <ada@example.com>; ...`.
    pub(super) fn after_separator(self, separator: char, entries: &[Entry]) -> Self {
        let start = self.comma.unwrap_or(self.start);
        let is_family_name = entries.len() > start
            && entries[start..].iter().all(|entry| is_capitalised(&entry.text));
        let comma = (separator == ',' && is_family_name).then_some(entries.len());
        Self { start: if comma.is_some() { start } else { entries.len() }, comma }
    }

    /// Removes the name in front of an address, back to the address before it.
    pub(super) fn drop_from(self, entries: &mut Vec<Entry>, address: &str) {
        // A comma directly before the address ends an entry.
        let begin = self.comma.filter(|comma| *comma == entries.len()).unwrap_or(self.start);
        let is_name = |entry: &Entry| {
            // If mail programs know no name, they use the address as the name.
            let word = without_straight_quotes(&entry.text);
            !is_address_like(word) || word.eq_ignore_ascii_case(address)
        };
        while entries.len() > begin && entries.last().is_some_and(is_name) {
            entries.pop();
        }
    }
}

/// Returns true if a word starts with a capital letter or a letter without case. Names are
/// capitalised and aliases are lower case. Scripts without case have no aliases that are typed
/// without an `@`.
fn is_capitalised(word: &str) -> bool {
    word.trim_start_matches(is_mark)
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        && !is_address_like(word)
}
