//! Splits one line, or one cell of a table row. A display name and its address are on the same
//! line.

use super::{
    brackets::Brackets,
    entry::Entry,
    link,
    name::Name,
    separators::{is_separator, surrounds_address},
    word::{bare, is_address_like, is_list_mark},
};

/// A single pass over a line.
pub(super) struct Line<'a> {
    text: &'a str,
    brackets: Brackets<'a>,
    entries: Vec<Entry>,
    name: Name,
    /// The index of the first entry behind the last separator.
    part: usize,
    /// The byte offset where the current word begins.
    word: usize,
    /// The index of the first entry behind the group name in this part.
    group: usize,
    /// True if the current word contains a colon.
    has_colon: bool,
    /// True if the current word is a link. Separators do not end a link.
    in_link: bool,
}

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            brackets: Brackets::of(text),
            entries: Vec::new(),
            name: Name::default(),
            part: 0,
            word: 0,
            group: 0,
            has_colon: false,
            in_link: false,
        }
    }

    pub(super) fn into_entries(mut self) -> Vec<String> {
        let mut at = 0;
        while let Some(c) = self.text[at..].chars().next() {
            if let Some(end) = self.take_enclosed(at) {
                (at, self.word) = (end, end);
                continue;
            }
            if c == ':' && !self.has_colon {
                self.has_colon = true;
                self.in_link = link::begins(&self.text[self.word..=at]);
            }
            let separates = is_separator(c) && !self.in_link;
            let next = at + c.len_utf8();
            if separates || c.is_whitespace() {
                self.end_word(at);
                self.word = next;
            }
            if separates {
                self.end_part();
                self.name = self.name.after_separator(c, &self.entries);
            }
            at = next;
        }
        self.end_word(self.text.len());
        self.end_part();
        self.entries.into_iter().map(|entry| entry.text).collect()
    }

    /// Consumes the brackets or the quoted name that begins at byte `at` and returns the offset
    /// behind it. Returns `None` if ordinary text begins there.
    fn take_enclosed(&mut self, at: usize) -> Option<usize> {
        let Some(enclosed) = self.brackets.enclosed(at, self.word == at) else {
            let comment = self.brackets.comment(at)?;
            self.end_word(at);
            let words = comment.split(surrounds_address).filter(|word| !word.is_empty());
            self.entries.extend(words.map(|word| Entry { text: word.to_owned(), is_aside: true }));
            return Some(at + comment.len());
        };
        self.end_word(at);
        if let Some(first) = enclosed.addresses.first().filter(|_| enclosed.has_name) {
            self.name.drop_from(&mut self.entries, first);
        }
        self.push_addresses(enclosed.addresses);
        self.name = Name::starting_at(self.entries.len());
        Some(enclosed.end)
    }

    fn end_word(&mut self, end: usize) {
        let word = bare(&self.text[self.word..end]);
        (self.has_colon, self.in_link) = (false, false);
        if word.is_empty() {
            return;
        }
        let found = link::without_scheme(word).map(link::addresses);
        match found {
            Some(addresses) if !addresses.is_empty() || !word.contains('?') => {
                self.push_addresses(addresses);
            }
            _ => word
                .split(surrounds_address)
                .filter(|it| !it.is_empty())
                .for_each(|it| self.push(it)),
        }
    }

    fn push_addresses(&mut self, addresses: Vec<String>) {
        let entry = |text| Entry { text, is_aside: false };
        self.entries.extend(addresses.into_iter().map(entry));
    }

    fn push(&mut self, word: &str) {
        let is_aside = is_list_mark(word);
        self.entries.push(Entry { text: word.to_owned(), is_aside });
        // A group name such as "Team:", together with the words before it.
        if word.len() > 1 && word.ends_with(':') && !word.contains('@') {
            self.group = self.entries.len();
        }
    }

    /// Drops the asides and the group name from a part that contains an address.
    fn end_part(&mut self) {
        let part = self.part.min(self.entries.len());
        let group = self.group.saturating_sub(part);
        if self.entries[part..].iter().any(|entry| is_address_like(&entry.text)) {
            let entries = self.entries.split_off(part).into_iter().enumerate();
            let is_said = |(at, entry): &(usize, Entry)| {
                !entry.is_aside && (*at >= group || is_address_like(&entry.text))
            };
            self.entries.extend(entries.filter(is_said).map(|(_, entry)| entry));
        }
        (self.part, self.group) = (self.entries.len(), 0);
    }
}
