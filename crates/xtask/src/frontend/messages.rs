//! The sentences of each language, without their keys: the app asks for them by number.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use super::files_below;

/// A file of sentences by tag, in the order of the file.
pub(super) fn read_locales(folder: &Path) -> Result<BTreeMap<String, Map<String, Value>>> {
    let mut locales = BTreeMap::new();
    for file in files_below(folder)? {
        let Some(tag) = file.file_name().and_then(|name| name.to_str()?.strip_suffix(".json"))
        else {
            continue;
        };
        let messages = serde_json::from_str(&fs::read_to_string(&file)?)
            .with_context(|| format!("reading {}", file.display()))?;
        locales.insert(tag.to_owned(), messages);
    }
    Ok(locales)
}

/// An array with an entry for each sentence, in English's order, which is that of `Text`: the
/// sentence, or an object from plural category to sentence.
pub(super) fn numbered(
    english: &Map<String, Value>,
    messages: &Map<String, Value>,
) -> Result<Value> {
    let mut names: Vec<&str> = english.keys().map(|key| name_of(key)).collect();
    names.dedup();
    let entry = |name: &str| match messages.get(name) {
        Some(sentence) => Ok(sentence.clone()),
        None => plural_forms(messages, name),
    };
    names.into_iter().map(entry).collect::<Result<Vec<_>>>().map(Value::Array)
}

fn plural_forms(messages: &Map<String, Value>, name: &str) -> Result<Value> {
    let form = |(key, sentence): (&String, &Value)| {
        let category = key.strip_prefix(name)?.strip_prefix('.')?;
        Some((category.to_owned(), sentence.clone()))
    };
    let forms: Map<_, _> = messages.iter().filter_map(form).collect();
    if forms.is_empty() {
        bail!("no sentence {name}");
    }
    Ok(Value::Object(forms))
}

fn name_of(key: &str) -> &str {
    key.split_once('.').map_or(key, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::numbered;

    fn messages(value: &Value) -> Map<String, Value> {
        value.as_object().unwrap().clone()
    }

    #[test]
    fn sentences_stand_in_englishs_order_and_plural_forms_together() {
        let english = messages(&json!({ "B": "b", "A.one": "1", "A.other": "n", "C": "c" }));
        let polish = messages(&json!({ "A.few": "2", "A.one": "1", "B": "be", "C": "ce" }));
        let expected = json!(["be", { "few": "2", "one": "1" }, "ce"]);
        assert_eq!(numbered(&english, &polish).unwrap(), expected);
    }

    #[test]
    fn a_missing_sentence_is_named() {
        let english = messages(&json!({ "A": "a", "B": "b" }));
        let error = numbered(&english, &messages(&json!({ "A": "a" }))).unwrap_err();
        assert_eq!(error.to_string(), "no sentence B");
    }
}
