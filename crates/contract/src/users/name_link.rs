//! Finds words that a mail program would turn into a link.

/// Returns true if a word of a name is a web address or looks like a host name: `win.example`,
/// `HTTP://…`, `www.…`, `ann@win.example`. Initials before a family name, as in `J.R.R.Tolkien`, do
/// not count unless they look like short link hosts: `T.Co/…`, `X.Com`.
pub(super) fn is_link(word: &str) -> bool {
    let is_part_of_address = word.contains(['/', '@', ':', '?', '#']);
    word.contains("//") || word.split(ends_host).any(|text| is_host(text, is_part_of_address))
}

fn ends_host(c: char) -> bool {
    c.is_ascii_punctuation() && !".-_".contains(c) || "‘’“”«»".contains(c)
}

/// Returns true for the full stop and for characters that browsers treat as one.
fn is_dot(c: char) -> bool {
    matches!(c, '.' | '\u{2024}' | '\u{3002}' | '\u{FF0E}' | '\u{FF61}')
}

fn is_host(text: &str, is_part_of_address: bool) -> bool {
    let labels: Vec<&str> = text.split(is_dot).filter(|label| !label.is_empty()).collect();
    let [before @ .., last] = labels.as_slice() else { return false };
    let are_initials = !is_part_of_address && are_initials(before, last);
    !before.is_empty() && is_top_level(last) && !are_initials
}

fn is_top_level(label: &str) -> bool {
    let is_word = label.chars().all(|c| c.is_alphabetic() || !c.is_ascii());
    label.chars().nth(1).is_some() && is_word || label.to_ascii_lowercase().starts_with("xn--")
}

fn are_initials(before: &[&str], last: &str) -> bool {
    let is_initial = |label: &&str| label.chars().nth(1).is_none() && !label.contains(is_small);
    let is_family_name =
        !last.starts_with(is_small) && !last.chars().skip(1).any(char::is_uppercase);
    let is_short_host = before.len() == 1 && last.chars().nth(3).is_none();
    before.iter().all(is_initial) && is_family_name && !is_short_host
}

fn is_small(c: char) -> bool {
    c.is_lowercase() || c.is_numeric()
}
