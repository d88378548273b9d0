//! Parses a file of sentences: every entry with its line, including duplicate keys.

use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::fault::Fault;

/// The folder of these files, relative to the repository's root.
pub(super) const FOLDER: &str = "src/i18n/locales";

/// A key and its sentence.
pub(super) struct Entry {
    pub(super) key: String,
    /// The line, counted from 1.
    pub(super) line: usize,
    /// The sentence. Empty if the value is not a string, which is a fault of the file.
    pub(super) text: String,
    pub(super) is_text: bool,
}

impl Entry {
    /// Returns the key without its plural category, and the category.
    pub(super) fn name_and_form(&self) -> (&str, Option<&str>) {
        match self.key.split_once('.') {
            Some((name, form)) => (name, Some(form)),
            None => (&self.key, None),
        }
    }
}

/// A file of sentences. Unreadable parts are recorded as faults and the rest is kept.
pub(super) struct LocaleFile {
    /// The path, relative to the repository's root.
    pub(super) path: String,
    /// The entries in the order of the file. Of duplicate keys, only the first is kept.
    pub(super) entries: Vec<Entry>,
    /// The faults found while parsing.
    pub(super) faults: Vec<Fault>,
    /// True if the file as a whole is readable, so that missing entries can be reported.
    pub(super) is_readable: bool,
}

impl LocaleFile {
    /// Parses the file.
    pub(super) fn parse(path: String, content: &[u8]) -> Self {
        let mut file = Self { path, entries: Vec::new(), faults: Vec::new(), is_readable: true };
        if let Err((line, problem)) = file.read(content) {
            file.is_readable = false;
            file.fault(line, problem);
        }
        file
    }

    /// Returns the file's name without its extension.
    pub(super) fn tag(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".json").unwrap_or(name)
    }

    /// Returns the entry with exactly this key.
    pub(super) fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Returns the plural forms of a sentence with their categories.
    pub(super) fn forms<'a>(&'a self, name: &str) -> impl Iterator<Item = (&'a str, &'a Entry)> {
        self.entries.iter().filter_map(move |entry| {
            let (own, form) = entry.name_and_form();
            (own == name).then_some((form?, entry))
        })
    }

    /// Returns the sentence with which other languages are compared. Of plural forms, that is
    /// `other`, which contains the number.
    pub(super) fn model(&self, name: &str) -> Option<&Entry> {
        self.entry(&format!("{name}.other")).or_else(|| self.entry(name))
    }

    fn fault(&mut self, line: usize, problem: String) {
        self.faults.push(Fault { file: self.path.clone(), line, problem });
    }

    fn read(&mut self, content: &[u8]) -> Result<(), (usize, String)> {
        let text = str::from_utf8(content).map_err(|error| {
            let line = content[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
            (line, "is not UTF-8 here".to_owned())
        })?;
        if text.starts_with('\u{feff}') {
            return Err((1, "begins with a byte order mark: save it as UTF-8 without one".into()));
        }
        let mut json = serde_json::Deserializer::from_str(text);
        let pairs = json.deserialize_map(Pairs).and_then(|pairs| json.end().map(|()| pairs));
        let pairs = pairs.map_err(|error| (error.line(), format!("is no JSON: {error}")))?;
        for (key, value) in pairs {
            let line = line_of(text, value.get());
            if let Some(first) = self.entry(&key) {
                let first = first.line;
                self.fault(line, format!("\"{key}\" stands already in line {first}"));
                continue;
            }
            let sentence: Option<String> = serde_json::from_str(value.get()).ok();
            let is_text = sentence.is_some();
            if !is_text {
                self.fault(line, format!("\"{key}\" must be one text in double quotes"));
            }
            self.entries.push(Entry { key, line, text: sentence.unwrap_or_default(), is_text });
        }
        Ok(())
    }
}

/// Returns the line of `part`, which must be a slice of `text`.
fn line_of(text: &str, part: &str) -> usize {
    let at = part.as_ptr() as usize - text.as_ptr() as usize;
    1 + text[..at].matches('\n').count()
}

/// A visitor that keeps all pairs of an object. A map would silently keep only the last value of a
/// duplicate key.
struct Pairs;

impl<'de> Visitor<'de> for Pairs {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object from keys to sentences")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::LocaleFile;

    fn parse(content: &[u8]) -> LocaleFile {
        LocaleFile::parse("src/i18n/locales/pl.json".to_owned(), content)
    }

    fn faults(content: &[u8]) -> Vec<String> {
        parse(content).faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn entries_have_their_line_and_plural_category() {
        let file = parse("{\n  \"A\": \"ą\",\n\n  \"B.one\": \"b\"\n}\n".as_bytes());
        assert_eq!(file.tag(), "pl");
        assert_eq!(file.entries[0].line, 2);
        assert_eq!(
            (file.entries[1].line, file.entries[1].name_and_form()),
            (4, ("B", Some("one")))
        );
        assert!(file.faults.is_empty());
    }

    #[test]
    fn invalid_json_is_reported_with_its_line() {
        for (content, line) in [
            (&b"{\n  \"A\": \"a\",\n}"[..], 3),
            (b"{\n  \"A\": \"a\"\n  \"B\": \"b\"\n}", 3),
            (b"{\n  \"A\": \"a\"\n", 3),
            (b"{}\n}", 2),
            (b"[\n]", 1),
            (b"", 1),
        ] {
            let found = faults(content);
            let start = format!("src/i18n/locales/pl.json:{line}: is no JSON: ");
            let text = String::from_utf8_lossy(content);
            assert!(found.len() == 1 && found[0].starts_with(&start), "{text}: {found:?}");
        }
    }

    #[test]
    fn each_repetition_of_a_key_is_a_fault() {
        let found = faults(b"{\n\"A\": \"1\",\n\"A\": \"2\",\n\"B\": \"b\",\n\"A\": \"3\"\n}");
        assert_eq!(
            found,
            [
                "src/i18n/locales/pl.json:3: \"A\" stands already in line 2",
                "src/i18n/locales/pl.json:5: \"A\" stands already in line 2",
            ]
        );
    }

    #[test]
    fn a_sentence_must_be_a_string() {
        let found = faults(b"{\n\"A\": {\n\"one\": \"1\" },\n\"B\": 3\n}");
        assert_eq!(
            found,
            [
                "src/i18n/locales/pl.json:2: \"A\" must be one text in double quotes",
                "src/i18n/locales/pl.json:4: \"B\" must be one text in double quotes",
            ]
        );
    }

    #[test]
    fn only_plain_utf_8_is_accepted() {
        assert_eq!(
            faults(b"{\n\"A\": \"\xff\"}"),
            ["src/i18n/locales/pl.json:2: is not UTF-8 here"]
        );
        assert!(faults("\u{feff}{}".as_bytes())[0].contains("byte order mark"));
    }
}
