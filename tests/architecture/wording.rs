//! Tests the wording of sentences: phrases that a language avoids, English style, and full stops.
//! `wording.json` lists the phrases. `glossary.rs` tests the meaning of sentences.

use std::collections::BTreeMap;

use partner_portal_contract::language::Language;
use serde::Deserialize;

use crate::sources::read;

#[derive(Deserialize)]
struct Avoided {
    phrase: String,
    instead: String,
}

#[test]
fn no_sentence_or_mail_contains_a_phrase_that_its_language_avoids() {
    let avoided: BTreeMap<String, Vec<Avoided>> =
        serde_json::from_str(&read("tests/architecture/wording.json")).unwrap();
    let mut found = Vec::new();
    for language in Language::ALL {
        for (key, text) in all_texts(language) {
            for Avoided { phrase, instead } in &avoided[language.tag()] {
                if has_phrase(&text, phrase) {
                    let tag = language.tag();
                    found.push(format!("{tag} {key}: write {instead:?} instead of {phrase:?}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_portal_says_complete_instead_of_fill_it_in() {
    for (key, sentence) in sentences(Language::English) {
        assert!(!has_phrase(&sentence, "fill it in"), "{key}: {sentence}");
    }
}

#[test]
fn english_has_a_serial_comma() {
    for (key, text) in all_texts(Language::English) {
        assert!(!lacks_serial_comma(&text), "{key}: {text}");
    }
    assert!(lacks_serial_comma("Refunds, cancellations or changes."));
    assert!(lacks_serial_comma("It leads there, contains nothing secret and can be opened."));
    assert!(!lacks_serial_comma("Refunds, cancellations, or changes."));
}

#[test]
fn apostrophes_are_typographic() {
    for language in Language::ALL {
        for (key, text) in all_texts(language) {
            assert!(!text.contains('\''), "{} {key}: {text}", language.tag());
        }
    }
}

#[test]
fn titles_and_notes_of_finished_actions_have_no_full_stop() {
    let done = [" added.", " removed.", " saved.", " discarded.", " copied.", " undone."];
    let verbs = ["has been", "have been", "weren’t", "couldn’t be"];
    for (key, sentence) in sentences(Language::English) {
        let is_done = done.iter().any(|end| format!(" {sentence}").to_lowercase().ends_with(end));
        let is_whole = sentence.contains(". ") || verbs.iter().any(|verb| sentence.contains(verb));
        let has_none = key.contains("Title") || (is_done && !is_whole);
        assert!(!has_none || !sentence.ends_with('.'), "{key}: {sentence}");
    }
}

#[test]
fn a_sentence_ends_with_a_full_stop_exactly_if_the_english_one_does() {
    let english = sentences(Language::English);
    for language in Language::ALL {
        for (key, sentence) in sentences(language) {
            let (name, _) = key.split_once('.').unwrap_or((&key, ""));
            let model = english.get(&key).unwrap_or_else(|| &english[&format!("{name}.other")]);
            assert_eq!(sentence.ends_with('.'), model.ends_with('.'), "{} {key}", language.tag());
        }
    }
}

#[test]
fn cancel_and_undo_have_different_names() {
    for language in Language::ALL {
        let sentences = sentences(language);
        assert_ne!(sentences["Cancel"], sentences["Undo"], "{}", language.tag());
    }
}

#[test]
fn a_browser_without_scripts_gets_an_explanation_in_every_language() {
    let page = read("index.html");
    let (_, rest) = page.split_once("<noscript>").unwrap();
    let (notice, _) = rest.split_once("</noscript>").unwrap();
    for language in Language::ALL {
        let start = match language {
            // The page's own language.
            Language::English => "<p>".to_owned(),
            Language::Hebrew => r#"<p lang="he" dir="rtl">"#.to_owned(),
            _ => format!(r#"<p lang="{}">"#, language.tag()),
        };
        assert_eq!(notice.matches(&start).count(), 1, "{start}");
    }
    assert_eq!(notice.matches("JavaScript").count(), Language::ALL.len());
}

/// Returns true if the text contains the phrase as whole words.
fn has_phrase(text: &str, phrase: &str) -> bool {
    let text = text.to_lowercase();
    text.match_indices(phrase).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + phrase.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// Returns true for "a, b and c" if b has at most three words. Longer ones are clauses.
fn lacks_serial_comma(text: &str) -> bool {
    let clauses = text.split(['.', ':', ';', '?', '!']);
    clauses.flat_map(|clause| clause.split(',').skip(1)).any(|part| {
        let mut words = part.split_whitespace();
        words.by_ref().take(4).skip(1).any(|word| matches!(word, "and" | "or"))
    })
}

/// Returns the sentences of the portal and its mails.
fn all_texts(language: Language) -> BTreeMap<String, String> {
    let mut texts = sentences(language);
    let mails = read(&format!("crates/backend/src/mail/texts/{}.toml", language.tag()));
    let lines = mails.lines().filter(|line| !line.starts_with('#'));
    for (key, text) in lines.filter_map(|line| line.split_once(" = ")) {
        texts.insert(format!("mail: {key}"), text.trim_matches('"').to_owned());
    }
    texts
}

fn sentences(language: Language) -> BTreeMap<String, String> {
    serde_json::from_str(&read(&format!("src/i18n/locales/{}.json", language.tag()))).unwrap()
}
