//! Reads a language's sentences from its file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use partner_portal_contract::language::Language;
use serde_json::{Map, Value};

pub(crate) struct Sentences(Map<String, Value>);

impl Sentences {
    pub(crate) fn read(language: Language) -> Result<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/i18n/locales");
        let file = folder.join(format!("{}.json", language.tag()));
        let text =
            fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        serde_json::from_str(&text).map(Self).with_context(|| format!("reading {}", file.display()))
    }

    /// Returns the sentence with this key, or an empty string for a plural sentence.
    pub(crate) fn get(&self, key: &str) -> String {
        self.0.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// Returns the forms of a plural sentence by plural category.
    pub(crate) fn forms(&self, key: &str) -> Map<String, Value> {
        let start = format!("{key}.");
        let form = |(key, text): (&String, &Value)| {
            Some((key.strip_prefix(&start)?.to_owned(), text.clone()))
        };
        self.0.iter().filter_map(form).collect()
    }
}
