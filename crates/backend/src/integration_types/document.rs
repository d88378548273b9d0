//! Reads a TOML document and collects all mistakes with line and column, so that the administrator
//! can correct them at once. Knows no integration types.

use std::{fmt, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A mistake in the document, with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The description, for example `integration_types[2].merchant_issues: is not ...`.
    pub what: String,
}

/// The mistakes found so far.
pub(super) struct Mistakes<'t> {
    text: &'t str,
    found: Vec<(usize, String)>,
}

/// A table that is being read.
pub(super) struct Section<'t> {
    path: String,
    span: Range<usize>,
    entries: &'t DeTable<'t>,
}

/// A value with its path in the document.
pub(super) struct Entry<'t> {
    pub(super) path: String,
    pub(super) value: &'t Spanned<DeValue<'t>>,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.what)
    }
}

impl<'t> Mistakes<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, found: Vec::new() }
    }

    /// Adds a mistake about the value at the path.
    pub(super) fn add(&mut self, span: &Range<usize>, path: &str, what: &str) {
        let separator = if path.is_empty() { "" } else { ": " };
        self.found.push((span.start, format!("{path}{separator}{what}")));
    }

    /// Returns the mistakes in the order of the lines.
    pub(super) fn into_found(mut self) -> Vec<Mistake> {
        self.found.sort();
        let text = self.text;
        let located = |(offset, what): (usize, String)| {
            let before = text.get(..offset).unwrap_or(text);
            let last_line = before.rsplit('\n').next().unwrap_or_default();
            Mistake {
                line: before.matches('\n').count() + 1,
                column: last_line.chars().count() + 1,
                what,
            }
        };
        self.found.into_iter().map(located).collect()
    }
}

impl<'t> Section<'t> {
    /// Returns the root table of the document.
    pub(super) fn root(document: &'t Spanned<DeTable<'t>>) -> Self {
        Self { path: String::new(), span: 0..0, entries: document.get_ref() }
    }

    /// Returns the position of the table.
    pub(super) fn span(&self) -> &Range<usize> {
        &self.span
    }

    /// Returns the path of an entry of the table.
    pub(super) fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Adds a mistake for every key that is not in `keys`.
    pub(super) fn only(&self, keys: &[&str], mistakes: &mut Mistakes<'_>) {
        for key in self.entries.keys().filter(|key| !keys.contains(&key.get_ref().as_ref())) {
            let what = format!("is none of {}", keys.join(", "));
            mistakes.add(&key.span(), &self.path_of(key.get_ref()), &what);
        }
    }

    /// Returns the value of an optional key.
    pub(super) fn optional(&self, key: &str) -> Option<Entry<'t>> {
        let value = self.entries.get(key)?;
        Some(Entry { path: self.path_of(key), value })
    }

    /// Returns the value of a required key, or adds a mistake.
    pub(super) fn required(&self, key: &str, mistakes: &mut Mistakes<'_>) -> Option<Entry<'t>> {
        let entry = self.optional(key);
        if entry.is_none() {
            mistakes.add(&self.span, &self.path_of(key), "is missing");
        }
        entry
    }
}

impl<'t> Entry<'t> {
    /// Adds a mistake about this value.
    pub(super) fn wrong(&self, what: &str, mistakes: &mut Mistakes<'_>) {
        mistakes.add(&self.value.span(), &self.path, what);
    }

    /// Returns the value as a table, or adds a mistake.
    pub(super) fn section(self, mistakes: &mut Mistakes<'_>) -> Option<Section<'t>> {
        match self.value.get_ref() {
            DeValue::Table(entries) => {
                Some(Section { path: self.path, span: self.value.span(), entries })
            }
            _ => self.refused("is no table", mistakes),
        }
    }

    /// Returns the entries of the value, which must be a non-empty list. Otherwise adds a mistake.
    pub(super) fn list(&self, mistakes: &mut Mistakes<'_>) -> Option<Vec<Self>> {
        match self.value.get_ref() {
            DeValue::Array(values) if values.is_empty() => self.refused("is empty", mistakes),
            DeValue::Array(values) => Some(
                values
                    .iter()
                    .enumerate()
                    .map(|(at, value)| Entry { path: format!("{}[{at}]", self.path), value })
                    .collect(),
            ),
            _ => self.refused("is no list", mistakes),
        }
    }

    /// Returns the value as a text. Adds a mistake if it is not a text or is blank.
    pub(super) fn text(&self, mistakes: &mut Mistakes<'_>) -> Option<&'t str> {
        match self.value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => self.refused("is empty", mistakes),
            DeValue::String(text) => Some(text.as_ref()),
            _ => self.refused("is no text", mistakes),
        }
    }

    /// Returns the meaning of the value, which must be one of the words.
    pub(super) fn word<T: Copy>(
        &self,
        words: &[(&str, T)],
        mistakes: &mut Mistakes<'_>,
    ) -> Option<T> {
        let text = self.text(mistakes)?;
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text) {
            return Some(*meaning);
        }
        let words: Vec<_> = words.iter().map(|(word, _)| *word).collect();
        self.refused(&format!("is none of {}", words.join(", ")), mistakes)
    }

    /// Returns the meanings of the listed words in the order of `words`. The list must not be empty
    /// and must not contain a word twice.
    pub(super) fn words<T: Copy>(
        &self,
        words: &[(&str, T)],
        mistakes: &mut Mistakes<'_>,
    ) -> Option<Vec<T>> {
        let mut named = Vec::new();
        for entry in self.list(mistakes)? {
            let Some(text) = entry.text(mistakes) else { continue };
            if named.contains(&text) {
                entry.wrong("is there twice", mistakes);
            } else if entry.word(words, mistakes).is_some() {
                named.push(text);
            }
        }
        Some(words.iter().filter(|(word, _)| named.contains(word)).map(|(_, it)| *it).collect())
    }

    fn refused<T>(&self, what: &str, mistakes: &mut Mistakes<'_>) -> Option<T> {
        self.wrong(what, mistakes);
        None
    }
}
