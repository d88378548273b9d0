//! Checks the characters of non-ASCII labels: those of a U-label (RFC 5892), plus emoji, which UTS
//! 46 allows and registries sell.

use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{Emoji, GeneralCategory, GeneralCategoryGroup},
};

use crate::{address_list::marks::is_mark, email_address::is_joiner};

/// Returns true if a character is a symbol or a number that UTS 46 could map to letters or digits:
/// `…com™` would become `…comtm`.
pub(super) fn is_mark_to_be_mapped(c: char) -> bool {
    const SIGNS: GeneralCategoryGroup = GeneralCategoryGroup::Symbol
        .union(GeneralCategoryGroup::OtherNumber)
        .union(GeneralCategoryGroup::LetterNumber);
    // These three count as letters by their general category.
    let ordinal_or_information = matches!(c, 'ª' | 'º' | 'ℹ');
    let sign = !c.is_ascii() && is_in(SIGNS, c) && !is_label_character(c) && c != KERAIA;
    ordinal_or_information || sign
}

/// Returns true if a label contains only permitted characters. Labels in ASCII always pass.
pub(super) fn is_label(label: &str) -> bool {
    if label.is_ascii() {
        return true;
    }
    let characters: Vec<char> = label.chars().collect();
    // RFC 5891, 4.2.3.1.
    characters.get(2..4) != Some(&['-', '-'])
        && (0..characters.len()).all(|at| belongs(&characters, at))
}

/// Returns true if a label can be a top-level domain: at least two letters and marks, and nothing
/// else. ASCII labels always pass, because they are checked without tables.
pub(super) fn is_top_level(label: &str) -> bool {
    const LETTERS: GeneralCategoryGroup =
        GeneralCategoryGroup::Letter.union(GeneralCategoryGroup::Mark);
    label.is_ascii()
        || label.chars().nth(1).is_some()
            && label.chars().all(|c| is_in(LETTERS, c) || is_joiner(c))
}

const MIDDLE_DOT: char = '\u{B7}';
const KERAIA: char = '\u{375}';
const GERESH: char = '\u{5F3}';
const GERSHAYIM: char = '\u{5F4}';
const KATAKANA_MIDDLE_DOT: char = '\u{30FB}';

/// Returns true if the character at index `at` is permitted by the contextual rules of RFC 5892,
/// appendix A. `idna` has already applied the rules for joiners (A.1, A.2).
fn belongs(label: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| label[before]);
    let after = label.get(at + 1).copied();
    let has = |is_wanted: fn(char) -> bool| label.iter().any(|c| is_wanted(*c));
    match label[at] {
        MIDDLE_DOT => before == Some('l') && after == Some('l'),
        KERAIA => after.is_some_and(is_greek),
        GERESH | GERSHAYIM => before.is_some_and(is_hebrew),
        KATAKANA_MIDDLE_DOT => has(is_japanese),
        '\u{660}'..='\u{669}' => !has(|c| matches!(c, '\u{6F0}'..='\u{6F9}')),
        '\u{6F0}'..='\u{6F9}' => !has(|c| matches!(c, '\u{660}'..='\u{669}')),
        c => c.is_ascii() || is_joiner(c) || is_label_character(c),
    }
}

fn is_label_character(c: char) -> bool {
    const LETTERS_MARKS_DIGITS: GeneralCategoryGroup = GeneralCategoryGroup::Letter
        .union(GeneralCategoryGroup::Mark)
        .union(GeneralCategoryGroup::DecimalNumber);
    match c {
        // The exceptions of RFC 5892, 2.6.
        '\u{6FD}' | '\u{6FE}' | '\u{F0B}' | '\u{3007}' => true,
        '\u{640}' | '\u{7FA}' | '\u{302E}' | '\u{302F}' | '\u{3031}'..='\u{3035}' | '\u{303B}' => {
            false
        }
        _ => is_in(LETTERS_MARKS_DIGITS, c) || is_emoji(c),
    }
}

/// Returns true for emoji that UTS 46 keeps. `™` and `㊗` become letters; characters before the
/// arrows are symbols such as `®`; squares such as `▪` are bullets.
fn is_emoji(c: char) -> bool {
    c >= '\u{2190}'
        && !is_mark(c)
        && !matches!(c, '\u{24C2}' | '\u{3297}' | '\u{3299}' | '\u{1F200}'..='\u{1F251}')
        && is_in(GeneralCategoryGroup::Symbol, c)
        && CodePointSetData::new::<Emoji>().contains(c)
}

fn is_in(group: GeneralCategoryGroup, c: char) -> bool {
    group.contains(CodePointMapData::<GeneralCategory>::new().get(c))
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3E1}' | '\u{3F0}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}')
}

fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5F4}')
}

/// Returns true for Hiragana, Katakana and Han.
fn is_japanese(c: char) -> bool {
    matches!(
        c,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309D}'..='\u{309F}'
            | '\u{30A1}'..='\u{30FA}' | '\u{30FD}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
            | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{1B000}'..='\u{1B16F}'
            | '\u{20000}'..='\u{3FFFD}'
    )
}
