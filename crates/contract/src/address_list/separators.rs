//! Classifies the characters that separate addresses.

/// The characters that separate addresses, besides white space: the comma and the semicolon of each
/// script, and the Greek question mark, which is canonically equivalent to the semicolon.
pub const SEPARATORS: [char; 9] = [',', ';', '،', '؛', '、', '，', '；', '､', '\u{37E}'];

pub(super) fn is_separator(c: char) -> bool {
    SEPARATORS.contains(&c)
}

/// Returns true if a character separates addresses and cannot be part of one.
pub(crate) fn surrounds_address(c: char) -> bool {
    c.is_whitespace() || is_separator(c)
}
