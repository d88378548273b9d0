//! Tests one fault of each kind in otherwise correct files.

use super::check;
use crate::frontend::messages::declared::Declared;
use crate::frontend::messages::file::LocaleFile;

const DECLARATION: &str =
    "PLURAL: &[Self] = &[Self::Results];\ntexts! {\n    Title\n    Results\n    Close\n}\n";

/// Returns a correct file with one key per line from line 2 on.
fn right(tag: &str) -> String {
    let forms: &[&str] = match tag {
        "en" => &["one", "other"],
        "he" => &["one", "two", "other"],
        "pl" => &["one", "few", "many", "other"],
        _ => &["one", "many", "other"],
    };
    let results = forms.iter().map(|form| format!("\"Results.{form}\": \"{{count}} r\",\n"));
    format!("{{\n\"Title\": \"{{name}} t\",\n{}\"Close\": \"c\"\n}}", results.collect::<String>())
}

fn check_all(sources: &str, change: impl Fn(&str, String) -> Option<String>) -> Vec<String> {
    let declared = Declared::parse(DECLARATION, &[sources.to_owned()]).unwrap();
    let files = ["en", "es", "he", "it", "pl", "pt-BR", "fr"].into_iter().filter_map(|tag| {
        let content = change(tag, if tag == "fr" { String::new() } else { right(tag) })?;
        let path = format!("src/i18n/locales/{tag}.json");
        (!content.is_empty()).then(|| LocaleFile::parse(path, content.as_bytes()))
    });
    let files: Vec<_> = files.collect();
    let short = |fault: String| fault.replace("src/i18n/locales/", "");
    check(&declared, &files).iter().map(ToString::to_string).map(short).collect()
}

const ALL_SAID: &str = "Text::Title Text::Results Text::Close";

/// Returns the faults after `from` has been replaced by `to` in the file of `tag`.
fn faults(tag: &str, from: &str, to: &str) -> Vec<String> {
    check_all(ALL_SAID, |own, content| {
        assert!(own != tag || content.contains(from), "{content}");
        Some(if own == tag { content.replace(from, to) } else { content })
    })
}

#[test]
fn correct_files_have_no_faults() {
    assert_eq!(check_all(ALL_SAID, |_, content| Some(content)), Vec::<String>::new());
}

#[test]
fn a_missing_key_is_reported_where_it_belongs() {
    assert_eq!(
        faults("pl", "\"Title\": \"{name} t\",\n", ""),
        ["pl.json:1: \"Title\" is missing; it belongs below this line"]
    );
    assert_eq!(
        faults("pl", ",\n\"Close\": \"c\"", ""),
        ["pl.json:6: \"Close\" is missing; it belongs below this line"]
    );
}

#[test]
fn an_extra_key_is_reported() {
    assert_eq!(
        faults("it", "\"Close\"", "\"Closing\": \"x\",\n\"Close\""),
        ["it.json:6: \"Closing\" is no key: src/i18n/text.rs does not have Closing"]
    );
}

#[test]
fn an_unused_sentence_is_reported_once() {
    assert_eq!(
        check_all("Text::Title Text::Results Text::CloseAll", |_, content| Some(content)),
        ["en.json:5: \"Close\" is never said: no Rust file names Text::Close"]
    );
}

#[test]
fn placeholders_match_those_of_english() {
    assert_eq!(
        faults("he", "{name}", "{nmae}"),
        [
            "he.json:2: \"Title\" lacks {name}, which English has",
            "he.json:2: \"Title\" has {nmae}, which English does not have",
        ]
    );
    assert_eq!(
        faults("pl", "\"Results.few\": \"{count} r\"", "\"Results.few\": \"r\""),
        ["pl.json:4: \"Results.few\" lacks {count}, which English has"]
    );
}

#[test]
fn a_word_can_replace_one_number_but_not_several() {
    for (tag, form) in [("en", "one"), ("he", "two"), ("it", "one")] {
        let key = format!("\"Results.{form}\": \"");
        assert!(faults(tag, &format!("{key}{{count}} r"), &format!("{key}word")).is_empty());
    }
    assert_eq!(
        faults("pt-BR", "\"Results.one\": \"{count} r\"", "\"Results.one\": \"um r\""),
        ["pt-BR.json:3: \"Results.one\" lacks {count}, which English has"]
    );
    let found = check_all(ALL_SAID, |tag, content| {
        let says_one = tag == "en" || tag == "pt-BR";
        Some(if says_one { content.replacen("{count} r", "word", 1) } else { content })
    });
    assert_eq!(found, Vec::<String>::new(), "English knows that the count is never 0");
}

#[test]
fn each_language_has_exactly_its_own_plural_forms() {
    assert_eq!(
        faults("pl", "\"Results.few\": \"{count} r\",\n", ""),
        ["pl.json:5: \"Results.few\" is missing; it belongs below this line"]
    );
    assert_eq!(
        faults("en", "\"Close\"", "\"Results.two\": \"{count} r\",\n\"Close\""),
        ["en.json:5: \"Results.two\" is no plural form of en, which has \"Results.one\", \
             \"Results.other\""]
    );
    assert_eq!(
        faults("en", "\"Close\"", "\"Close.one\": \"c\",\n\"Close\""),
        ["en.json:5: \"Close.one\" does not depend on a count: write \"Close\""]
    );
    assert_eq!(
        faults("en", "\"Close\"", "\"Results\": \"{count} r\",\n\"Close\""),
        ["en.json:5: \"Results\" depends on a count: write \"Results.one\", \"Results.other\""]
    );
}

#[test]
fn entries_follow_the_order_of_the_declaration() {
    assert_eq!(
        faults("es", "\"Title\": \"{name} t\",\n", "\"Close\": \"c\",\n\"Title\": \"{name} t\",\n")
            .first()
            .unwrap(),
        "es.json:3: \"Title\" must stand before \"Close\": the order is that of src/i18n/text.rs"
    );
}

#[test]
fn a_fault_within_a_sentence_names_its_key() {
    assert_eq!(
        faults("he", "\"Close\": \"c\"", "\"Close\": \"c \""),
        ["he.json:6: \"Close\" begins or ends with a blank"]
    );
    assert_eq!(
        faults("en", "\"Close\": \"c\"", "\"Close\": \"\""),
        ["en.json:5: \"Close\" says nothing"]
    );
}

#[test]
fn a_missing_file_and_a_file_of_an_unknown_language_are_reported() {
    assert_eq!(
        check_all(ALL_SAID, |tag, content| (tag != "he").then_some(content)),
        ["he.json:1: is missing"]
    );
    let french = check_all(ALL_SAID, |tag, content| {
        Some(if tag == "fr" { "{}".to_owned() } else { content })
    });
    assert_eq!(
        french,
        ["fr.json:1: is no file of a language that the portal speaks: en, es, he, it, pl, pt-BR"]
    );
}

#[test]
fn all_faults_of_all_files_are_reported_at_once() {
    let found = check_all(ALL_SAID, |tag, content| {
        Some(match tag {
            "es" => content.replace("\n}", ",\n}"),
            "it" => content.replace("\"Close\": \"c\"", "\"Close\": 1"),
            "pl" => content.replace("{name}", "{name"),
            _ => content,
        })
    });
    assert!(found[0].starts_with("es.json:7: is no JSON: trailing comma"), "{found:?}");
    assert_eq!(
        found[1..],
        [
            "it.json:6: \"Close\" must be one text in double quotes",
            "pl.json:2: \"Title\" has a { without its }",
            "pl.json:2: \"Title\" lacks {name}, which English has",
        ]
    );
}
