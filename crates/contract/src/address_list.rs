//! Text that somebody pasted, taken apart into one entry an address.
//!
//! Knows how lists of addresses are written, not what a right address is: whatever is no address
//! stays an entry of its own, so that the person sees it and nothing typed is lost.

/// Splits on commas, semicolons, white space, cells and lines, and takes the address out of
/// `Name <a@b.c>`, `Last, First <a@b.c>`, `"Last, First" <a@b.c>` and `mailto:a@b.c`, and
/// `"a@b.c"` out of its quotation marks. Takes time in proportion to the text.
pub fn split_addresses(text: &str) -> Vec<String> {
    let mut entries = Vec::new();
    for line in text.split(is_line_break) {
        split_row(line, &mut entries);
    }
    entries.into_iter().map(ToOwned::to_owned).collect()
}

/// What stands between the addresses of a list, besides white space: the comma and the semicolon
/// of each script, and the Greek question mark, which Unicode holds equal to the semicolon.
pub const SEPARATORS: [char; 9] = [',', ';', '،', '؛', '、', '，', '；', '､', '\u{37E}'];

pub(crate) fn is_separator(c: char) -> bool {
    SEPARATORS.contains(&c)
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

/// A row of a sheet is copied as cells with tabs between them: beside an address, the cells without
/// an `@` are a name, a telephone number or another column that nobody meant to enter here.
fn split_row<'a>(row: &'a str, entries: &mut Vec<&'a str>) {
    let has_address = row.contains('\t') && row.split('\t').any(is_address_like);
    for cell in row.split('\t').filter(|cell| !has_address || cell.contains('@')) {
        split_line(cell, entries);
    }
}

/// Where a display name can begin: entries from there on are words that can still turn out to be
/// a part of it.
#[derive(Clone, Copy)]
struct Name {
    start: usize,
    /// The entry behind a comma that can stand between family name and given name.
    comma: Option<usize>,
}

impl Name {
    fn starting_at(start: usize) -> Self {
        Self { start, comma: None }
    }

    /// A comma separates entries, and in the lists of some mail programs also the two parts of a
    /// name: `Lovelace, Ada <ada@example.com>; ...`.
    fn after_separator(self, separator: char, entries: &[&str]) -> Self {
        let start = self.comma.unwrap_or(self.start);
        let is_family_name =
            entries.len() > start && entries[start..].iter().all(|word| is_capitalised(word));
        let comma = (separator == ',' && is_family_name).then_some(entries.len());
        Self { start: if comma.is_some() { start } else { entries.len() }, comma }
    }

    /// Where the name in front of an address begins: a comma right before it ends an entry.
    fn begin(self, entries: usize) -> usize {
        self.comma.filter(|comma| *comma == entries).unwrap_or(self.start)
    }
}

/// Written as names are; aliases are written in lower case. Scripts without case have no aliases
/// in them that anybody would type without an `@`.
fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        && !is_address_like(word)
}

/// A name and its address stand on the same line.
fn split_line<'a>(line: &'a str, entries: &mut Vec<&'a str>) {
    let mut name = Name::starting_at(entries.len());
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
            drop_display_name(entries, name, angle.address);
            entries.push(angle.address);
            name = Name::starting_at(entries.len());
            (at, word_start) = (angle.end, angle.end);
            continue;
        }
        let separates = is_separator(c);
        if separates || c.is_whitespace() {
            push(entries, &line[word_start..at]);
            word_start = next;
        }
        if separates {
            name = name.after_separator(c, entries);
        }
        at = next;
    }
    push(entries, &line[word_start..]);
}

/// The address in angle brackets that begins at `start`.
fn angle(line: &str, start: usize) -> Option<Angle<'_>> {
    let inner = &line[start + 1..];
    let length = inner.find(['<', '>']).filter(|end| inner[*end..].starts_with('>'))?;
    let address = bare(inner[..length].trim());
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
    let word = bare(word);
    if !word.is_empty() {
        entries.push(word);
    }
}

/// The word without marks and schemes, however they stand around each other. Each kind of mark is
/// taken off once at most, so the time stays in proportion.
fn bare(mut word: &str) -> &str {
    loop {
        let inner = without_scheme(without_quotes(word));
        if inner.len() == word.len() {
            return word;
        }
        word = inner;
    }
}

/// An address that stands in quotation marks, as in exported lists, is meant without them. No
/// address ends in one, so none becomes another.
fn without_quotes(word: &str) -> &str {
    const MARKS: [(char, char); 4] = [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’')];
    let inside = |(open, close): &(char, char)| {
        let inner = word.strip_prefix(*open)?.strip_suffix(*close)?;
        (is_address_like(inner) && !inner.contains([*open, *close])).then_some(inner)
    };
    MARKS.iter().find_map(inside).unwrap_or(word)
}

/// Removes the words in front of an angle address, back to another address that somebody typed.
fn drop_display_name(entries: &mut Vec<&str>, name: Name, address: &str) {
    let begin = name.begin(entries.len());
    let is_name = |word: &str| {
        // Mail programs write the address as the name when they know no name.
        let word = word.trim_matches(['"', '\'']);
        !is_address_like(word) || word.eq_ignore_ascii_case(address)
    };
    while entries.len() > begin && entries.last().is_some_and(|word| is_name(word)) {
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
