//! Classifies characters that surround an address in a text but do not belong to it: the quotation
//! marks of the portal's six languages, bullets, dashes and invisible characters.

/// Returns true if a character can surround an address. No address begins or ends with such a
/// character.
pub(crate) const fn is_mark(c: char) -> bool {
    is_quotation_mark_or_bullet(c)
        || matches!(
            c,
            // Apostrophes and single quotation marks, geresh and gershayim, dashes, the middle dot.
            '‘' | '’' | '‚' | '‛' | '׳' | '״' | '‒' | '–' | '—' | '―' | '·'
        )
}

/// Returns true if a character is a mark that cannot be inside a word, either.
pub(crate) const fn is_quotation_mark_or_bullet(c: char) -> bool {
    matches!(
        c,
        '“' | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '…'
            | '•'
            | '‣'
            | '⁃'
            | '∙'
            | '◦'
            | '●'
            | '○'
            | '■'
            | '□'
            | '▪'
            | '▫'
            | '◆'
            | '◇'
            | '►'
            | '▶'
            | '▸'
            | '▹'
            | '➤'
            | '➢'
    )
}

/// Returns true for invisible characters that are often copied along with text: direction marks,
/// the byte order mark and zero-width spaces.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}
