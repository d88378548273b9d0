//! Marks that stand around an address in a text and are no part of it: the quotation marks of the
//! portal's six languages, bullets, dashes and what cannot be seen.

/// Returns whether a mark can stand around an address. No address begins or ends with one.
pub(crate) const fn is_mark(c: char) -> bool {
    is_quotation_mark_or_bullet(c)
        || matches!(
            c,
            // Apostrophes and single quotation marks, geresh and gershayim, dashes, the middle dot.
            '‘' | '’' | '‚' | '‛' | '׳' | '״' | '‒' | '–' | '—' | '―' | '·'
        )
}

/// Returns whether a character is a mark that no word has inside, either.
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

/// Returns whether a character cannot be seen and comes along with copied text: marks of direction,
/// the byte order mark and zero-width spaces.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}
