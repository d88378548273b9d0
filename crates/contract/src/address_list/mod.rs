//! Splits pasted text into one entry per address.
//!
//! This module knows how lists of addresses are written, but does not validate addresses. Text that
//! is not an address becomes an entry of its own, so the user sees it and nothing typed is lost.

mod brackets;
mod entry;
mod line;
mod link;
pub(crate) mod marks;
mod name;
mod separators;
mod word;

pub use separators::SEPARATORS;
pub(crate) use separators::surrounds_address;

use line::Line;
use word::MOST_LAYERS;

/// Splits a text on commas, semicolons, white space, cells and lines, and extracts addresses from
/// what surrounds them: names (`Name <a@b.c>`, `Last, First <a@b.c>`, `Name (a@b.c)`), comments and
/// groups of RFC 5322 (`a@b.c (on call)`, `Team: a@b.c, d@e.f;`), `mailto:` links (RFC 6068), links
/// of Markdown and chats (`[Name](mailto:a@b.c)`, `<mailto:a@b.c|Name>`), quotation marks and
/// bullets. The run time is linear in the length of the text.
pub fn split_addresses(text: &str) -> Vec<String> {
    let mut entries = Vec::new();
    for line in text.split(is_line_break) {
        // A row copied from a spreadsheet has tabs between its cells.
        for cell in line.split('\t') {
            entries.extend(entries_of(cell, MOST_LAYERS));
        }
    }
    entries
}

/// Splits a line, then splits each entry again until nothing changes, because links, brackets and
/// marks can be nested. `layers` limits the nesting depth.
fn entries_of(text: &str, layers: usize) -> Vec<String> {
    let entries = Line::new(text).into_entries();
    if layers == 0 || entries.iter().eq([text]) {
        return entries;
    }
    entries.iter().flat_map(|entry| entries_of(entry, layers - 1)).collect()
}

/// Returns the text that a single-address input should show instead of `text`: the only entry, or
/// all entries on one line if `text` has several lines, which the input would run together. Returns
/// `None` if the text needs no change.
pub fn single_address(text: &str) -> Option<String> {
    let entries = split_addresses(text);
    let has_lines = text.trim().contains(|c| c == '\t' || is_line_break(c));
    let taken = (entries.len() == 1 || has_lines).then(|| entries.join(", "));
    taken.filter(|taken| taken != text)
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
