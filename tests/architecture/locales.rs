//! Tests the numbers by which the app refers to its sentences. Every build checks the content of
//! the files, in `crates/xtask/src/frontend/messages`.

use std::{collections::BTreeSet, fs, path::PathBuf};

use partner_portal::i18n::Text;
use partner_portal_contract::language::Language;
use serde_json::Value;

use crate::sources::root;

#[test]
fn every_language_of_the_menu_has_a_file_and_there_are_no_others() {
    let expected: BTreeSet<String> = Language::ALL.map(|it| format!("{}.json", it.tag())).into();
    let names = fs::read_dir(folder()).unwrap().map(|it| it.unwrap().file_name());
    let found: BTreeSet<String> = names.map(|name| name.into_string().unwrap()).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_build_parses_the_declaration_as_the_compiler_does() {
    let source = fs::read_to_string(folder().join("../text.rs")).unwrap();
    let (_, names) = source.split_once("\ntexts! {").unwrap();
    let names: Vec<_> = names.split_once('}').unwrap().0.split_whitespace().collect();
    assert_eq!(names, Text::ALL.iter().map(|text| text.key()).collect::<Vec<_>>());
}

#[test]
fn a_sentence_has_plural_forms_if_the_app_passes_a_count() {
    let english = fs::read_to_string(folder().join("en.json")).unwrap();
    let english: serde_json::Map<String, Value> = serde_json::from_str(&english).unwrap();
    for text in Text::ALL {
        let is_plural = english.contains_key(&format!("{}.other", text.key()));
        assert_eq!(is_plural, Text::PLURAL.contains(text), "{}", text.key());
    }
}

fn folder() -> PathBuf {
    root().join("src/i18n/locales")
}
