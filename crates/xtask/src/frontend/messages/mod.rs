//! Reads, checks and numbers the sentences of each language. The app refers to sentences by number.

mod check;
mod declared;
mod fault;
mod file;
mod plurals;
mod sentence;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use partner_portal_contract::language::Language;
use serde_json::{Value, json};

use self::check::check;
use self::declared::Declared;
use self::file::{FOLDER, LocaleFile};
use self::plurals::Plurals;
use super::files::files_below;

/// The sentences as they are served.
pub(super) struct Sentences {
    /// The sentences by language tag: an array with an entry per `Text`. An entry is the sentence,
    /// or an object that maps plural categories to sentences.
    pub(super) locales: BTreeMap<String, Value>,
    /// The data that a host needs to replace sentences: the key of each entry, its placeholders,
    /// and whether it has plural forms.
    pub(super) keys: Value,
    /// The plural categories by language tag.
    pub(super) plural_forms: Value,
}

/// Reads every language.
///
/// # Errors
/// All faults of all files, one per line.
pub(super) fn read(root: &Path) -> Result<Sentences> {
    let declared = Declared::read(root)?;
    let mut files = Vec::new();
    for path in files_below(&root.join(FOLDER))? {
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let content = fs::read(&path).with_context(|| format!("reading {name}"))?;
        files.push(LocaleFile::parse(name, &content));
    }
    let faults = check(&declared, &files);
    if !faults.is_empty() {
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        bail!("the files of sentences must be mended first\n{}", lines.join("\n"));
    }
    let keys = files.iter().find(|file| file.tag() == "en").map(|it| keys(&declared, it));
    let locales = files.iter().map(|file| (file.tag().to_owned(), numbered(&declared, file)));
    let plural_forms = Language::ALL
        .map(|language| (language.tag().to_owned(), json!(Plurals::of(language).categories)));
    let plural_forms = Value::Object(plural_forms.into_iter().collect());
    Ok(Sentences { plural_forms, keys: keys.unwrap_or_default(), locales: locales.collect() })
}

/// Returns the sentences in the order of `Text`. The file must have been checked.
fn numbered(declared: &Declared, file: &LocaleFile) -> Value {
    let entry = |name: &String| {
        if declared.is_plural(name) {
            let forms = file.forms(name);
            Value::Object(
                forms.map(|(form, entry)| (form.to_owned(), entry.text.clone().into())).collect(),
            )
        } else {
            file.entry(name).map(|entry| entry.text.clone()).into()
        }
    };
    declared.names.iter().map(entry).collect()
}

fn keys(declared: &Declared, english: &LocaleFile) -> Value {
    let entry = |name: &String| {
        let is_plural = declared.is_plural(name);
        let sentence = english.model(name).map_or("", |entry| entry.text.as_str());
        json!({
            "key": name,
            "plural": is_plural,
            "placeholders": sentence::placeholders(sentence),
        })
    };
    declared.names.iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::json;

    use super::{Declared, LocaleFile, keys, numbered, read};

    fn declared() -> Declared {
        let source = "PLURAL: &[Self] = &[Self::A];\ntexts! {\n    B\n    A\n    C\n}\n";
        Declared::parse(source, &["Text::A Text::B Text::C".to_owned()]).unwrap()
    }

    #[test]
    fn sentences_are_in_the_order_of_text_with_plural_forms_grouped() {
        let polish = br#"{ "B": "be", "A.few": "2", "A.one": "1", "C": "ce" }"#;
        let polish = LocaleFile::parse("src/i18n/locales/pl.json".to_owned(), polish);
        let expected = json!(["be", { "few": "2", "one": "1" }, "ce"]);
        assert_eq!(numbered(&declared(), &polish), expected);
    }

    #[test]
    fn a_host_gets_each_keys_placeholders_and_whether_it_has_plural_forms() {
        let english = br#"{ "B": "{a} to {b}", "A.one": "one", "A.other": "{count}", "C": "c" }"#;
        let english = LocaleFile::parse("src/i18n/locales/en.json".to_owned(), english);
        let expected = json!([
            { "key": "B", "plural": false, "placeholders": ["a", "b"] },
            { "key": "A", "plural": true, "placeholders": ["count"] },
            { "key": "C", "plural": false, "placeholders": [] },
        ]);
        assert_eq!(keys(&declared(), &english), expected);
    }

    #[test]
    fn the_products_own_files_have_no_faults() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        if let Err(faults) = read(&root) {
            panic!("{faults:#}");
        }
    }
}
