//! Text that somebody pasted, taken apart into one entry an address.
//!
//! Knows how lists of addresses are written, not what a right address is: whatever is no address
//! stays an entry of its own, so that the person sees it and nothing typed is lost.

/// Splits on commas, semicolons, white space and lines, and takes the address out of
/// `Name <a@b.c>`, `"Last, First" <a@b.c>` and `mailto:a@b.c`. Takes time in proportion to the
/// text.
pub fn split_addresses(text: &str) -> Vec<String> {
    let mut entries = Vec::new();
    for line in text.split(is_line_break) {
        split_line(line, &mut entries);
    }
    entries.into_iter().map(ToOwned::to_owned).collect()
}

/// What stands between the addresses of a list, besides white space: the comma and the semicolon
/// of each script, and the Greek question mark, which Unicode holds equal to the semicolon.
pub(crate) fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';' | '،' | '؛' | '、' | '，' | '；' | '､' | '\u{37E}')
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// `<a@b.c>` in a line.
struct Angle<'a> {
    address: &'a str,
    /// The place after `>`.
    end: usize,
}

/// A name and its address stand on the same line.
fn split_line<'a>(line: &'a str, entries: &mut Vec<&'a str>) {
    // Entries from here on are words that can still turn out to be a display name.
    let mut name_start = entries.len();
    let mut word_start = 0;
    let mut at = 0;
    while let Some(c) = line[at..].chars().next() {
        let next = at + c.len_utf8();
        let angle = match c {
            '<' => angle(line, at),
            '"' if word_start == at => angle_behind_quotes(line, at),
            _ => None,
        };
        if let Some(angle) = angle {
            push(entries, &line[word_start..at]);
            drop_display_name(entries, name_start, angle.address);
            entries.push(angle.address);
            name_start = entries.len();
            (at, word_start) = (angle.end, angle.end);
            continue;
        }
        let separates = is_separator(c);
        if separates || c.is_whitespace() {
            push(entries, &line[word_start..at]);
            word_start = next;
        }
        if separates {
            name_start = entries.len();
        }
        at = next;
    }
    push(entries, &line[word_start..]);
}

/// The address in angle brackets that begins at `start`.
fn angle(line: &str, start: usize) -> Option<Angle<'_>> {
    let inner = &line[start + 1..];
    let length = inner.find(['<', '>']).filter(|end| inner[*end..].starts_with('>'))?;
    let address = without_scheme(inner[..length].trim());
    let is_one_word = !address.contains(|c: char| c.is_whitespace() || is_separator(c));
    (is_one_word && is_address_like(address))
        .then_some(Angle { address, end: start + 1 + length + 1 })
}

/// The address behind the quoted name that begins at `start`, the start of a word.
///
/// The search ends at the next mark that could begin a name itself, because an escaped mark
/// stands behind a backslash and never at the start of a word: no text is searched twice.
fn angle_behind_quotes(line: &str, start: usize) -> Option<Angle<'_>> {
    let quoted = &line[start + 1..];
    let behind = quoted[end_of_quotes(quoted)? + 1..].trim_start();
    if behind.starts_with('<') { angle(line, line.len() - behind.len()) } else { None }
}

/// The place of the closing quotation mark; a backslash takes the meaning from the next one.
fn end_of_quotes(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    })
}

fn push<'a>(entries: &mut Vec<&'a str>, word: &'a str) {
    let word = without_scheme(word);
    if !word.is_empty() {
        entries.push(word);
    }
}

/// Removes the words in front of an angle address, back to another address that somebody typed.
fn drop_display_name(entries: &mut Vec<&str>, name_start: usize, address: &str) {
    let is_name = |word: &str| {
        // Mail programs write the address as the name when they know no name.
        let word = word.trim_matches(['"', '\'']);
        !is_address_like(word) || word.eq_ignore_ascii_case(address)
    };
    while entries.len() > name_start && entries.last().is_some_and(|word| is_name(word)) {
        entries.pop();
    }
}

fn is_address_like(word: &str) -> bool {
    word.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty())
}

fn without_scheme(mut word: &str) -> &str {
    const SCHEME: &str = "mailto:";
    while word.get(..SCHEME.len()).is_some_and(|start| start.eq_ignore_ascii_case(SCHEME)) {
        word = &word[SCHEME.len()..];
    }
    word
}
