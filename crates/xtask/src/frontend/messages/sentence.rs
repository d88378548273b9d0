//! Checks that apply to each sentence, regardless of its language.

use std::collections::BTreeSet;

/// Returns the names in braces.
pub(super) fn placeholders(sentence: &str) -> BTreeSet<&str> {
    let parts = sentence.split('{').skip(1);
    parts.filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

/// Returns all faults of the sentence itself.
pub(super) fn faults(sentence: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if sentence.trim().is_empty() {
        faults.push("says nothing".to_owned());
    } else if sentence.trim() != sentence {
        faults.push("begins or ends with a blank".to_owned());
    }
    faults.extend(brace_fault(sentence));
    let controls: BTreeSet<char> = sentence.chars().filter(|it| is_control(*it)).collect();
    for control in controls {
        faults.push(format!(
            "holds the invisible character U+{:04X}; values and directions are kept apart by the app",
            u32::from(control)
        ));
    }
    faults
}

/// Returns a fault unless every `{` has a `}` and a name in between.
fn brace_fault(sentence: &str) -> Option<String> {
    let mut rest = sentence;
    while let Some(at) = rest.find(['{', '}']) {
        if rest[at..].starts_with('}') {
            return Some("has a } without a { before it".to_owned());
        }
        rest = &rest[at + 1..];
        let Some(end) = rest.find(['{', '}']).filter(|end| rest[*end..].starts_with('}')) else {
            return Some("has a { without its }".to_owned());
        };
        let name = &rest[..end];
        if name.is_empty() || !name.chars().all(|it| it.is_ascii_lowercase() || it == '_') {
            return Some(format!("has {{{name}}}, which is no placeholder's name"));
        }
        rest = &rest[end + 1..];
    }
    None
}

/// Returns true for control characters, direction marks and invisible remains of text editors.
const fn is_control(character: char) -> bool {
    character.is_ascii_control()
        || matches!(
            character,
            '\u{80}'..='\u{9f}'
                | '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::{faults, placeholders};

    #[test]
    fn an_ordinary_sentence_has_no_fault() {
        assert_eq!(faults("{met} of {count} – “done”\u{a0}!"), Vec::<String>::new());
        assert_eq!(Vec::from_iter(placeholders("{met} of {count}")), ["count", "met"]);
    }

    #[test]
    fn a_sentence_is_not_blank_and_has_no_blanks_around_it() {
        assert_eq!(faults(""), ["says nothing"]);
        assert_eq!(faults(" \u{a0}"), ["says nothing"]);
        for sentence in [" a", "a ", "a\u{a0}"] {
            assert_eq!(faults(sentence), ["begins or ends with a blank"], "{sentence:?}");
        }
    }

    #[test]
    fn braces_must_enclose_a_name() {
        assert_eq!(faults("{count of"), ["has a { without its }"]);
        assert_eq!(faults("{met of {count}"), ["has a { without its }"]);
        assert_eq!(faults("count} of"), ["has a } without a { before it"]);
        assert_eq!(faults("{count}}"), ["has a } without a { before it"]);
        assert_eq!(faults("{} of"), ["has {}, which is no placeholder's name"]);
        assert_eq!(faults("{ count }"), ["has { count }, which is no placeholder's name"]);
    }

    #[test]
    fn invisible_characters_are_reported_by_name() {
        for (sentence, name) in [
            ("a\u{202e}b", "U+202E"),
            ("a\u{200f}b", "U+200F"),
            ("a\u{2068}b", "U+2068"),
            ("a\u{feff}b", "U+FEFF"),
            ("a\nb", "U+000A"),
        ] {
            let faults = faults(sentence);
            assert!(faults.len() == 1 && faults[0].contains(name), "{faults:?}");
        }
    }
}
