//! The files of sentences: complete, with the right plural forms and the right placeholders.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use partner_portal::i18n::{Locale, Text};

/// The plural categories that CLDR gives each locale for whole numbers.
fn plural_categories(locale: Locale) -> &'static [&'static str] {
    match locale {
        Locale::En => &["one", "other"],
        Locale::Es | Locale::It | Locale::PtBr => &["one", "many", "other"],
        Locale::He => &["one", "two", "other"],
        Locale::Pl => &["one", "few", "many", "other"],
    }
}

#[test]
fn every_locale_has_every_sentence_and_no_other() {
    for locale in Locale::ALL {
        let expected: BTreeSet<String> = Text::ALL
            .iter()
            .flat_map(|text| {
                if Text::PLURAL.contains(text) {
                    let form = |category: &&str| format!("{}.{category}", text.key());
                    plural_categories(locale).iter().map(form).collect()
                } else {
                    vec![text.key().to_owned()]
                }
            })
            .collect();
        let found: BTreeSet<String> = sentences(locale).into_keys().collect();
        let missing: Vec<_> = expected.difference(&found).collect();
        let unknown: Vec<_> = found.difference(&expected).collect();
        assert!(missing.is_empty(), "{}: missing {missing:?}", locale.tag());
        assert!(unknown.is_empty(), "{}: unknown {unknown:?}", locale.tag());
    }
}

#[test]
fn sentences_stand_in_the_order_by_which_the_build_numbers_them() {
    for locale in Locale::ALL {
        let file = fs::read_to_string(file(locale)).unwrap();
        let place = |text: &Text| {
            let key = if Text::PLURAL.contains(text) {
                format!("\n  \"{}.", text.key())
            } else {
                format!("\n  \"{}\":", text.key())
            };
            file.find(&key).unwrap_or_else(|| panic!("{}: no {key}", locale.tag()))
        };
        assert!(Text::ALL.is_sorted_by_key(place), "{}: sort it as src/i18n/text.rs", locale.tag());
    }
}

#[test]
fn every_sentence_says_something() {
    for locale in Locale::ALL {
        for (key, sentence) in sentences(locale) {
            assert!(!sentence.trim().is_empty(), "{}: {key}", locale.tag());
            assert_eq!(sentence.trim(), sentence, "{}: {key}", locale.tag());
        }
    }
}

#[test]
fn placeholders_are_those_of_the_english_sentence() {
    let english = sentences(Locale::En);
    for locale in Locale::ALL {
        for (key, sentence) in sentences(locale) {
            let (base, category) = key.split_once('.').unwrap_or((&key, ""));
            let other = format!("{base}.other");
            let mut expected =
                placeholders(english.get(&other).or_else(|| english.get(base)).unwrap());
            let mut found = placeholders(&sentence);
            // "One" and "two" can be words.
            if category == "one" || category == "two" {
                expected.remove("count");
                found.remove("count");
            }
            assert_eq!(found, expected, "{}: {key}", locale.tag());
        }
    }
}

#[test]
fn every_sentence_is_used() {
    let sources = rust_sources(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"));
    for text in Text::ALL {
        let name = format!("Text::{}", text.key());
        let is_used = sources.iter().any(|source| {
            source.match_indices(&name).any(|(at, _)| {
                !source[at + name.len()..].starts_with(|c: char| c.is_alphanumeric())
            })
        });
        assert!(is_used, "nothing says {}", text.key());
    }
}

fn placeholders(sentence: &str) -> BTreeSet<String> {
    let parts = sentence.split('{').skip(1);
    parts.filter_map(|part| part.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

fn sentences(locale: Locale) -> BTreeMap<String, String> {
    let text = fs::read_to_string(file(locale));
    serde_json::from_str(&text.unwrap_or_else(|_| panic!("{} has no file", locale.tag()))).unwrap()
}

fn file(locale: Locale) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/i18n/locales");
    folder.join(locale.tag()).with_extension("json")
}

fn rust_sources(folder: &PathBuf) -> Vec<String> {
    let mut sources = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources.extend(rust_sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(fs::read_to_string(path).unwrap());
        }
    }
    sources
}
