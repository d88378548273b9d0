//! Reads `mailto:` links (RFC 6068).

use percent_encoding::percent_decode_str;

use super::{
    marks::is_mark,
    separators::surrounds_address,
    word::{MOST_LAYERS, bare, is_address_like},
};

const SCHEME: &str = "mailto:";

/// Returns the part behind the `mailto:` scheme, even if the scheme is repeated. Returns `None` if
/// the word is not a link.
pub(super) fn without_scheme(word: &str) -> Option<&str> {
    let mut found = None;
    let mut rest = word;
    while rest.get(..SCHEME.len()).is_some_and(|start| start.eq_ignore_ascii_case(SCHEME)) {
        rest = &rest[SCHEME.len()..];
        found = Some(rest);
    }
    found
}

/// Returns the recipients of a link without its scheme: first those of the path, then those of the
/// parameters. An unencoded separator ends the text of a subject, so an address behind it counts,
/// too.
pub(super) fn addresses(link: &str) -> Vec<String> {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let mut found = words(&decoded(path));
    for parameter in query.split('&') {
        let parameter = parameter.strip_prefix("amp;").unwrap_or(parameter);
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let holds_addresses =
            ["to", "cc", "bcc"].iter().any(|known| name.eq_ignore_ascii_case(known));
        if holds_addresses {
            found.extend(words(&decoded(value)));
        } else if let Some((_, behind)) = value.split_once(surrounds_address) {
            found.extend(words(behind).into_iter().filter(|word| is_address_like(word)));
        }
    }
    found
}

/// Returns true if the word so far begins a link, with or without marks in front of it.
pub(super) fn begins(word: &str) -> bool {
    without_scheme(word.trim_start_matches(|c| is_mark(c) || "\"'(".contains(c))).is_some()
}

fn words(text: &str) -> Vec<String> {
    text.split(surrounds_address)
        .map(|word| without_schemes(word).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Removes marks and schemes from both ends of a word, in any nesting.
fn without_schemes(mut word: &str) -> &str {
    for _ in 0..MOST_LAYERS {
        let inner = bare(word);
        let inner = without_scheme(inner).unwrap_or(inner);
        if inner.len() == word.len() {
            break;
        }
        word = inner;
    }
    word
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), Into::into)
}
