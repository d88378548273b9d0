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
        Line { text: line, unquoted_until: 0 }.split_into(&mut entries);
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

/// One line; a name and its address stand on the same one.
struct Line<'a> {
    text: &'a str,
    /// No quotation mark before this place opens a name: the search for its end found none. Keeps
    /// the search from walking over the same text again and again.
    unquoted_until: usize,
}

/// `<a@b.c>`, from its place in the line.
struct Angle<'a> {
    address: &'a str,
    /// The place after `>`.
    end: usize,
}

impl<'a> Line<'a> {
    fn split_into(&mut self, entries: &mut Vec<&'a str>) {
        // Entries from here on are words that can still turn out to be a display name.
        let mut name_start = entries.len();
        let mut word_start = 0;
        let mut at = 0;
        while let Some(c) = self.text[at..].chars().next() {
            let next = at + c.len_utf8();
            let angle = match c {
                '<' => self.angle(at),
                '"' if word_start == at => self.quoted_name(at),
                _ => None,
            };
            if let Some(angle) = angle {
                push(entries, &self.text[word_start..at]);
                drop_display_name(entries, name_start, angle.address);
                entries.push(angle.address);
                name_start = entries.len();
                (at, word_start) = (angle.end, angle.end);
                continue;
            }
            let separates = is_separator(c);
            if separates || c.is_whitespace() {
                push(entries, &self.text[word_start..at]);
                word_start = next;
            }
            if separates {
                name_start = entries.len();
            }
            at = next;
        }
        push(entries, &self.text[word_start..]);
    }

    /// The address in angle brackets that begins at `start`.
    fn angle(&self, start: usize) -> Option<Angle<'a>> {
        let inner = &self.text[start + 1..];
        let length = inner.find(['<', '>']).filter(|end| inner[*end..].starts_with('>'))?;
        let address = without_scheme(inner[..length].trim());
        let is_one_word = !address.contains(|c: char| c.is_whitespace() || is_separator(c));
        (is_one_word && is_address_like(address))
            .then_some(Angle { address, end: start + 1 + length + 1 })
    }

    /// The address behind the quoted name that begins at `start`.
    fn quoted_name(&mut self, start: usize) -> Option<Angle<'a>> {
        if start < self.unquoted_until {
            return None;
        }
        let Some(end) = end_of_quotes(&self.text[start + 1..]).map(|end| start + 1 + end) else {
            self.unquoted_until = self.text.len();
            return None;
        };
        let behind = self.text[end + 1..].trim_start();
        let angle =
            if behind.starts_with('<') { self.angle(self.text.len() - behind.len()) } else { None };
        // The mark that ended nothing may begin the next name.
        self.unquoted_until = end;
        angle
    }
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
