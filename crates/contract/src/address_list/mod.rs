//! Pasted text, taken apart into one entry an address.
//!
//! Knows how lists of addresses are written, not what a right address is: whatever is no address
//! stays an entry of its own, so that the person sees it and nothing typed is lost.

mod brackets;
mod line;
mod link;
pub(crate) mod marks;
mod name;
mod word;

use line::Line;
use word::MOST_LAYERS;

/// Splits on commas, semicolons, white space, cells and lines, and takes addresses out of what stands
/// around them: names (`Name <a@b.c>`, `Last, First <a@b.c>`, `Name (a@b.c)`), comments and groups
/// of RFC 5322 (`a@b.c (on call)`, `Team: a@b.c, d@e.f;`), `mailto:` links (RFC 6068), links of Markdown
/// and chats (`[Name](mailto:a@b.c)`, `<mailto:a@b.c|Name>`), quotation marks and bullets. Takes time
/// in proportion to the text.
pub fn split_addresses(text: &str) -> Vec<String> {
    let mut entries = Vec::new();
    for line in text.split(is_line_break) {
        // A row of a sheet is copied as cells with tabs between them.
        for cell in line.split('\t') {
            entries.extend(entries_of(cell, MOST_LAYERS));
        }
    }
    entries
}

/// Splits a line, and each entry again until it is one entry: links, brackets and marks can stand
/// within each other, in as many layers as are given.
fn entries_of(text: &str, layers: usize) -> Vec<String> {
    let entries = Line::new(text).into_entries();
    if layers == 0 || entries.iter().eq([text]) {
        return entries;
    }
    entries.iter().flat_map(|entry| entries_of(entry, layers - 1)).collect()
}

/// Returns what a box for one address takes instead of a text: the only entry in it, or all entries
/// on one line, where the box would run them together; `None` when it takes the text as it is.
pub fn single_address(text: &str) -> Option<String> {
    let entries = split_addresses(text);
    let has_lines = text.trim().contains(|c| c == '\t' || is_line_break(c));
    let taken = (entries.len() == 1 || has_lines).then(|| entries.join(", "));
    taken.filter(|taken| taken != text)
}

/// What stands between the addresses of a list, besides white space: the comma and the semicolon
/// of each script, and the Greek question mark, which Unicode holds equal to the semicolon.
pub const SEPARATORS: [char; 9] = [',', ';', '،', '؛', '、', '，', '；', '､', '\u{37E}'];

pub(crate) fn is_separator(c: char) -> bool {
    SEPARATORS.contains(&c)
}

/// Returns whether a character stands between addresses and never within one.
pub(crate) fn surrounds_address(c: char) -> bool {
    c.is_whitespace() || is_separator(c)
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
