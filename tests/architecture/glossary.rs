//! Tests that translations keep the meaning of the glossary's terms. For each language,
//! `glossary.json` lists words that a sentence must contain and words that it must not, because
//! earlier translations got them wrong.

use std::collections::BTreeMap;

use partner_portal_contract::language::Language;
use serde::Deserialize;

use crate::sources::read;

#[derive(Deserialize)]
struct Meaning {
    key: String,
    must: Vec<String>,
    must_not: Vec<String>,
    why: String,
}

/// Sentences that are the same as in English, because the language has the same word.
const SAME_AS_ENGLISH: [(Language, &[&str]); 5] = [
    (Language::Spanish, &["Errors.one", "RegionAsia", "RegionAustralia", "RoleEditor"]),
    // Addresses are in Latin letters in Hebrew, too.
    (Language::Hebrew, &["AddressPlaceholder"]),
    (
        Language::Italian,
        &[
            "Sandbox",
            "RegionAfrica",
            "RegionAsia",
            "RegionAustralia",
            "RoleEditor",
            "RoleTester",
            "Account",
            "PartnerName",
        ],
    ),
    (
        Language::Polish,
        &["Sandbox", "RegionAustralia", "State", "RoleAdministrator", "RoleTester", "PartnerName"],
    ),
    (Language::BrazilianPortuguese, &["Sandbox", "State", "RoleEditor"]),
];

/// Sentences that consist only of placeholders.
const WITHOUT_WORDS: [&str; 2] = ["RevisionBy", "TaskTitle"];

#[test]
fn sentences_have_the_meaning_of_the_glossary() {
    let meanings: BTreeMap<String, Vec<Meaning>> =
        serde_json::from_str(&read("tests/architecture/glossary.json")).unwrap();
    let mut broken = Vec::new();
    for language in Language::ALL {
        let sentences = sentences(language);
        for Meaning { key, must, must_not, why } in &meanings[language.tag()] {
            let sentence = sentences[key].to_lowercase();
            let lacks = must.iter().filter(|word| !sentence.contains(&word.to_lowercase()));
            let has = must_not.iter().filter(|word| sentence.contains(&word.to_lowercase()));
            let lacks: Vec<_> = lacks.map(|word| format!("lacks {word:?}")).collect();
            let has: Vec<_> = has.map(|word| format!("has {word:?}")).collect();
            for fault in [lacks, has].concat() {
                broken.push(format!("{} {key} {fault}: {why}", language.tag()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn no_english_is_left_in_another_language() {
    let english = sentences(Language::English);
    for (language, allowed) in SAME_AS_ENGLISH {
        let sentences = sentences(language);
        let same = |key: &&String| english.get(*key) == sentences.get(*key);
        let left: Vec<_> = sentences.keys().filter(same).map(String::as_str).collect();
        let left: Vec<_> = left.into_iter().filter(|key| !WITHOUT_WORDS.contains(key)).collect();
        let mut allowed = allowed.to_vec();
        allowed.sort_unstable();
        assert_eq!(left, allowed, "{}", language.tag());
    }
}

fn sentences(language: Language) -> BTreeMap<String, String> {
    serde_json::from_str(&read(&format!("src/i18n/locales/{}.json", language.tag()))).unwrap()
}
