//! Tests that comments and documents name the thing that they describe: the user, the caller, the
//! other tab. A pronoun without a noun leaves open who is meant.

use std::fs;
use std::path::Path;

use crate::source_text::{Kind, Language, parts};
use crate::sources::{files_below, root, short};

const REFUSED: &[&str] =
    &["anybody", "anyone", "everybody", "no one", "nobody", "somebody", "someone", "whoever"];

/// The characters that can be between the two words of a phrase: the next line of a comment begins
/// with its mark.
const BETWEEN: &[char] = &['/', '!', '*', '#', '-', '>'];

#[test]
fn comments_and_documents_name_what_they_describe() {
    let mut found = Vec::new();
    for file in files_below(&root(), Language::EXTENSIONS) {
        let text = fs::read_to_string(&file).unwrap();
        let language = Language::of(&file).unwrap();
        found.extend(faults_in_comments(&file, &text, language));
    }
    for file in files_below(&root(), &["md"]) {
        let text = fs::read_to_string(&file).unwrap();
        found.extend(describe(&file, &text, 0, &text));
    }
    assert!(found.is_empty(), "name the user, the caller or the like:\n{}", found.join("\n"));
}

#[test]
fn a_refused_word_is_found_only_in_comments() {
    let text =
        "/// Somebody.\nlet nobody = \"anyone\"; // a no\n// one-way street, not someones'\n";
    let faults = faults_in_comments(Path::new("a.rs"), text, Language::Rust);
    assert_eq!(faults, ["a.rs:1: somebody", "a.rs:2: no one"]);
    assert!(refused("everybody_knows nothing: any one of them").is_empty());
    assert_eq!(refused("No-one, WHOEVER").len(), 2);
}

/// Returns the file, line and word of each fault in the comments of a source text.
fn faults_in_comments(file: &Path, text: &str, language: Language) -> Vec<String> {
    let mut faults = Vec::new();
    // Comments on consecutive lines are one text.
    let mut comment: Option<(usize, usize)> = None;
    let mut at = 0;
    for part in parts(text, language) {
        let end = at + part.text.len();
        match (part.kind, comment) {
            (Kind::Comment, Some((start, _))) => comment = Some((start, end)),
            (Kind::Comment, None) => comment = Some((at, end)),
            (_, Some((start, last))) if !part.text.trim().is_empty() => {
                faults.extend(describe(file, text, start, &text[start..last]));
                comment = None;
            }
            _ => {}
        }
        at = end;
    }
    if let Some((start, last)) = comment {
        faults.extend(describe(file, text, start, &text[start..last]));
    }
    faults
}

/// Returns the file, line and word of each fault in a section that begins at `start`.
fn describe(file: &Path, text: &str, start: usize, section: &str) -> Vec<String> {
    let faults = refused(section).into_iter().map(|(at, word)| {
        let line = text[..start + at].matches('\n').count() + 1;
        format!("{}:{line}: {word}", short(file))
    });
    faults.collect()
}

/// Returns the refused words of a text with their positions.
fn refused(text: &str) -> Vec<(usize, &'static str)> {
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    for phrase in REFUSED {
        let (first, second) = phrase.split_once(' ').unwrap_or((phrase, ""));
        for (at, _) in lower.match_indices(first) {
            let before = lower[..at].chars().next_back();
            let after = &lower[at + first.len()..];
            let rest =
                after.trim_start_matches(|c: char| c.is_whitespace() || BETWEEN.contains(&c));
            let follows =
                second.is_empty() || (rest.len() < after.len() && rest.starts_with(second));
            let end =
                if second.is_empty() { after } else { rest.get(second.len()..).unwrap_or("") };
            if follows && !before.is_some_and(is_word) && !end.starts_with(is_word) {
                found.push((at, *phrase));
            }
        }
    }
    found.sort_unstable();
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
