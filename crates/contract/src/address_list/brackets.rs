//! Finds addresses in brackets and behind quoted names.

use std::collections::BTreeMap;

use super::{
    link,
    separators::surrounds_address,
    word::{bare, is_address_like},
};

/// The addresses in one pair of brackets.
pub(super) struct Enclosed {
    pub(super) addresses: Vec<String>,
    /// The byte offset behind the closing bracket.
    pub(super) end: usize,
    /// True if the words before the brackets are a display name.
    pub(super) has_name: bool,
}

/// All brackets of a line, matched once.
pub(super) struct Brackets<'a> {
    text: &'a str,
    closing: BTreeMap<usize, usize>,
    /// The byte offsets of all `@`.
    signs: Vec<usize>,
}

impl<'a> Brackets<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let signs = text.match_indices('@').map(|(at, _)| at).collect();
        Self { text, closing: closing_brackets(text), signs }
    }

    /// Returns the addresses in the brackets that begin at byte `at`, or those behind a quoted name
    /// that begins there. A quoted name must begin a word.
    pub(super) fn enclosed(&self, at: usize, begins_word: bool) -> Option<Enclosed> {
        match self.text.as_bytes()[at] {
            b'<' => self.angle(at),
            b'"' if begins_word => self.angle_behind_quotes(at),
            b'[' => self.square(at),
            b'(' => self.round(at),
            _ => None,
        }
    }

    /// Returns the comment that begins at byte `at`, including its brackets. A comment contains no
    /// address and does not touch an `@`; RFC 5322 allows the latter, but mail programs do not
    /// write it.
    pub(super) fn comment(&self, at: usize) -> Option<&'a str> {
        let closing = *self.closing.get(&at).filter(|_| self.text[at..].starts_with('('))?;
        let sign = self.signs[self.signs.partition_point(|sign| *sign < at)..].first();
        let has_sign = sign.is_some_and(|sign| *sign < closing);
        let touches_sign =
            self.text[..at].ends_with('@') || self.text[closing + 1..].starts_with('@');
        (!has_sign && !touches_sign).then(|| &self.text[at..=closing])
    }

    fn angle(&self, at: usize) -> Option<Enclosed> {
        let inner = &self.text[at + 1..];
        let length = inner.find(['<', '>']).filter(|end| inner[*end..].starts_with('>'))?;
        let addresses = addresses_in(&inner[..length])?;
        Some(Enclosed { addresses, end: at + 1 + length + 1, has_name: true })
    }

    /// Returns the address behind the quoted name that begins at byte `at`, the start of a word.
    ///
    /// The search ends at the next quotation mark that could begin a name itself. An escaped
    /// quotation mark follows a backslash, so it never starts a word, and no text is searched
    /// twice.
    fn angle_behind_quotes(&self, at: usize) -> Option<Enclosed> {
        let quoted = &self.text[at + 1..];
        let behind = quoted[end_of_quotes(quoted)? + 1..].trim_start();
        if behind.starts_with('<') { self.angle(self.text.len() - behind.len()) } else { None }
    }

    /// Parses `Name [a@b.c]`, `[Name|mailto:a@b.c]` or `[Name](mailto:a@b.c)`.
    fn square(&self, at: usize) -> Option<Enclosed> {
        // `user@[192.0.2.1]` is an address literal, not a list of addresses.
        let closing = self.innermost(at).filter(|_| !self.text[..at].ends_with('@'))?;
        let shown = &self.text[at + 1..closing];
        let is_link = self.text[closing + 1..].starts_with('(');
        let Some(end) = self.innermost(closing + 1).filter(|_| is_link) else {
            let addresses = addresses_in(shown)?;
            return Some(Enclosed { addresses, end: closing + 1, has_name: true });
        };
        let target = self.text[closing + 2..end].split_whitespace().next().unwrap_or_default();
        let written = link::without_scheme(target).map(link::addresses).unwrap_or_default();
        let mut addresses = addresses_in(shown).unwrap_or_default();
        addresses.retain(|shown| !written.iter().any(|it| it.eq_ignore_ascii_case(shown)));
        addresses.extend(written);
        (!addresses.is_empty()).then_some(Enclosed { addresses, end: end + 1, has_name: false })
    }

    fn round(&self, at: usize) -> Option<Enclosed> {
        let closing = self.innermost(at)?;
        let addresses = addresses_in(&self.text[at + 1..closing])?;
        Some(Enclosed { addresses, end: closing + 1, has_name: true })
    }

    /// Returns the offset of the bracket that closes the one at `at`, if no brackets are nested in
    /// between. Nested brackets are skipped so that no text is searched once per enclosing pair.
    fn innermost(&self, at: usize) -> Option<usize> {
        let closing = *self.closing.get(&at)?;
        self.closing.range(at + 1..closing).next().is_none().then_some(closing)
    }
}

/// Returns the addresses in a bracket's text, if it contains nothing else: one address or one link,
/// optionally with a shown text before or after a `|`.
fn addresses_in(text: &str) -> Option<Vec<String>> {
    let text = text.trim();
    let is_one_word = !text.contains(char::is_whitespace);
    let (before, behind) = text.split_once('|').unwrap_or((text, ""));
    for link in [before, behind] {
        if let Some(link) = link::without_scheme(bare(link.trim())).filter(|_| is_one_word) {
            return Some(link::addresses(link)).filter(|found| !found.is_empty());
        }
    }
    let word = if is_address_like(before) { before.trim() } else { text };
    let word = bare(word);
    (is_address_like(word) && !word.contains(surrounds_address)).then(|| vec![word.to_owned()])
}

/// Returns the offset of the closing quotation mark. A backslash escapes the next character.
fn end_of_quotes(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    })
}

/// Maps the offset of each opening bracket to that of its closing bracket. Unclosed brackets are
/// not in the map. A backslash escapes the next character.
fn closing_brackets(text: &str) -> BTreeMap<usize, usize> {
    let mut closing = BTreeMap::new();
    let (mut round, mut square) = (Vec::new(), Vec::new());
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if is_escaped {
            is_escaped = false;
            continue;
        }
        let closed = match byte {
            b'\\' => {
                is_escaped = true;
                None
            }
            b'(' => {
                round.push(at);
                None
            }
            b'[' => {
                square.push(at);
                None
            }
            b')' => round.pop(),
            b']' => square.pop(),
            _ => None,
        };
        closing.extend(closed.map(|opening| (opening, at)));
    }
    closing
}
