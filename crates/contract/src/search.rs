//! Folds text for searches: ignores case, accents, apostrophes and letters that many keyboards
//! lack.
//!
//! Both sides of a comparison are folded by the same function. The browser and the server decompose
//! the text first with their own Unicode tables, because the tables are too large for the first
//! view.

use crate::address_list::marks::is_invisible;

/// Folds any text: decomposes it (NFKD) and calls [`fold_decomposed`].
#[cfg(feature = "reference-data")]
pub fn fold(text: &str) -> String {
    fold_decomposed(&icu_normalizer::DecomposingNormalizerBorrowed::new_nfkd().normalize(text))
}

/// Folds text that is already decomposed (NFKD): "Ørsted" becomes "orsted", and "O’Brien" becomes
/// "obrien".
///
/// Removes marks, all kinds of apostrophes and quotation marks, and invisible characters. Replaces
/// letters without a decomposition by the letters that are commonly typed instead. Turns every dash
/// into a hyphen and every run of white space into one space, and trims the text. The function is
/// idempotent.
pub fn fold_decomposed(decomposed: &str) -> String {
    let mut folded = String::with_capacity(decomposed.len());
    let mut letters = decomposed.chars().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        if !letter.is_whitespace() {
            push(&mut folded, letter);
        // A standalone accent such as "´" decomposes into a space and a mark.
        } else if !letters.peek().is_some_and(|next| is_mark(*next))
            && !folded.is_empty()
            && !folded.ends_with(' ')
        {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push(folded: &mut String, letter: char) {
    let plain = match letter {
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' | 'ɖ' | 'ɗ' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' | 'ɲ' => "n",
        'ŧ' => "t",
        'ƙ' | 'ĸ' => "k",
        'ɓ' => "b",
        'ƴ' => "y",
        'ə' | 'ǝ' => "e",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        // The final sigma is a variant of the same lower-case letter.
        'ς' => "σ",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '⸺' | '−' | '־' => "-",
        _ if is_mark(letter) || is_apostrophe(letter) || is_unseen(letter) => "",
        _ => return folded.push(letter),
    };
    folded.push_str(plain);
}

/// Returns true for accents, points and vowel signs that are commonly omitted. Signs that change
/// the meaning of a word, such as the vowels of Devanagari, are not among them.
const fn is_mark(c: char) -> bool {
    matches!(
        c,
        // Latin, Greek and Cyrillic.
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}'
            // Hebrew.
            | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}'
            | '\u{5C7}'
            // Arabic.
            | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}'
            // Japanese.
            | '\u{3099}' | '\u{309A}'
            // Variation selectors.
            | '\u{FE00}'..='\u{FE0F}'
    )
}

/// Returns true for apostrophes, quotation marks and similar signs, such as the Hebrew geresh, the
/// ʻokina and the Catalan middle dot.
const fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’'
            | '‘'
            | '‚'
            | '‛'
            | '`'
            | '′'
            | '‵'
            | '"'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '·'
            | '\u{2B9}'
            ..='\u{2BF}'
                | '\u{2C8}'
                | '\u{2CA}'
                | '\u{2CB}'
                | '\u{55A}'
                | '\u{5F3}'
                | '\u{5F4}'
                | '\u{A78C}'
    )
}

const fn is_unseen(c: char) -> bool {
    is_invisible(c) || matches!(c, '\u{AD}' | '\u{200C}' | '\u{200D}')
}
