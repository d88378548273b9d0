//! A TOML document that a person wrote and has to correct: every mistake is collected with its
//! line and its column, so that one start names them all. Knows no integration types.

use std::{fmt, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// Something that is wrong with the document, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// Such as `integration_types[2].merchant_issues: is not ...`.
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

/// A value with the words for where it stands.
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

    /// What is wrong with the value of that name.
    pub(super) fn add(&mut self, span: &Range<usize>, path: &str, what: &str) {
        let separator = if path.is_empty() { "" } else { ": " };
        self.found.push((span.start, format!("{path}{separator}{what}")));
    }

    /// In the order of the lines.
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
    /// The whole document.
    pub(super) fn root(document: &'t Spanned<DeTable<'t>>) -> Self {
        Self { path: String::new(), span: 0..0, entries: document.get_ref() }
    }

    /// Where the table begins.
    pub(super) fn span(&self) -> &Range<usize> {
        &self.span
    }

    /// The words for an entry of the table.
    pub(super) fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Notes every key that is none of these.
    pub(super) fn only(&self, keys: &[&str], mistakes: &mut Mistakes<'_>) {
        for key in self.entries.keys().filter(|key| !keys.contains(&key.get_ref().as_ref())) {
            let what = format!("is none of {}", keys.join(", "));
            mistakes.add(&key.span(), &self.path_of(key.get_ref()), &what);
        }
    }

    /// The value of a key that may be absent.
    pub(super) fn optional(&self, key: &str) -> Option<Entry<'t>> {
        let value = self.entries.get(key)?;
        Some(Entry { path: self.path_of(key), value })
    }

    /// The value of a key that must be there.
    pub(super) fn required(&self, key: &str, mistakes: &mut Mistakes<'_>) -> Option<Entry<'t>> {
        let entry = self.optional(key);
        if entry.is_none() {
            mistakes.add(&self.span, &self.path_of(key), "is missing");
        }
        entry
    }
}

impl<'t> Entry<'t> {
    /// A mistake about this value.
    pub(super) fn wrong(&self, what: &str, mistakes: &mut Mistakes<'_>) {
        mistakes.add(&self.value.span(), &self.path, what);
    }

    /// The table that the value must be.
    pub(super) fn section(self, mistakes: &mut Mistakes<'_>) -> Option<Section<'t>> {
        match self.value.get_ref() {
            DeValue::Table(entries) => {
                Some(Section { path: self.path, span: self.value.span(), entries })
            }
            _ => self.refused("is no table", mistakes),
        }
    }

    /// The entries of the list that the value must be; at least one.
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

    /// The text that the value must be; not blank.
    pub(super) fn text(&self, mistakes: &mut Mistakes<'_>) -> Option<&'t str> {
        match self.value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => self.refused("is empty", mistakes),
            DeValue::String(text) => Some(text.as_ref()),
            _ => self.refused("is no text", mistakes),
        }
    }

    /// One of several words.
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

    /// Different words, in the order in which `words` has them; at least one.
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
