//! Removes marks around a word that do not belong to it.

use super::marks::{is_invisible, is_mark};

/// Marks that Markdown and chat programs put around a word.
const EMPHASIS: [char; 4] = ['*', '_', '~', '`'];
/// The maximum number of nested layers of marks. Copied text has fewer.
pub(super) const MOST_LAYERS: usize = 8;

pub(super) fn is_address_like(word: &str) -> bool {
    word.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty())
}

/// Returns true if a word is a bullet, an item number or a lone mark.
pub(super) fn is_list_mark(word: &str) -> bool {
    let is_bullet = |c: char| is_mark(c) || EMPHASIS.contains(&c) || "-+\"'()".contains(c);
    let number = word.strip_suffix(['.', ')']).unwrap_or_default();
    word.chars().all(is_bullet)
        || (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the word without invisible characters around it and, if an address is left, without the
/// marks around it.
pub(super) fn bare(word: &str) -> &str {
    let ends = [word.bytes().next(), word.bytes().next_back()];
    if ends.iter().all(|end| end.is_some_and(|end| end.is_ascii_alphanumeric())) {
        return word;
    }
    let mut word = word.trim_matches(is_invisible);
    if !word.contains('@') {
        return word;
    }
    for _ in 0..MOST_LAYERS {
        let inner = without_marks(word).trim_matches(is_invisible);
        if inner.len() == word.len() {
            break;
        }
        word = inner;
    }
    word
}

pub(super) fn without_straight_quotes(word: &str) -> &str {
    word.trim_matches(['"', '\''])
}

/// Removes one layer of marks. No address ends with one of these marks or begins with one of those
/// that are removed at the beginning only, so no address turns into another.
fn without_marks(word: &str) -> &str {
    let trimmed = word.trim_start_matches(is_mark).trim_end_matches(is_mark);
    let candidates = [
        trimmed,
        without_brackets(trimmed),
        without_quotation_marks(trimmed),
        trimmed.strip_suffix('\'').unwrap_or(trimmed),
        without_pair(trimmed, '\''),
        without_emphasis(trimmed),
    ];
    let is_shorter = |inner: &&str| inner.len() < word.len() && is_address_like(inner);
    candidates.into_iter().rev().find(is_shorter).unwrap_or(word)
}

/// Removes the quotation marks around a word. One mark of the pair is enough, because the quotation
/// may have contained a list.
fn without_quotation_marks(word: &str) -> &str {
    let inner = word.strip_prefix('"').unwrap_or(word);
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    if inner.contains('"') { word } else { inner }
}

fn without_brackets(word: &str) -> &str {
    let inner = word.strip_prefix('(').unwrap_or(word);
    let inner = inner.strip_suffix(')').unwrap_or(inner);
    if inner.contains(['(', ')']) { word } else { inner }
}

fn without_pair(word: &str, mark: char) -> &str {
    let inner = word.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    inner.filter(|inner| !inner.contains(mark)).unwrap_or(word)
}

/// Removes emphasis marks that are present at both ends: `**a@b.c**`, but not the underscore of
/// `_a@b.c`.
fn without_emphasis(word: &str) -> &str {
    EMPHASIS.iter().fold(word, |word, mark| {
        let opening = word.len() - word.trim_start_matches(*mark).len();
        let closing = word.len() - word.trim_end_matches(*mark).len();
        let layers = opening.min(closing);
        word.get(layers..word.len() - layers).unwrap_or(word)
    })
}
