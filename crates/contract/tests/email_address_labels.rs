//! Tests which characters a domain label may contain: those of host names in all scripts, and
//! emoji.

use icu_properties::{
    CodePointMapData,
    props::{GeneralCategory, GeneralCategoryGroup},
};
use partner_portal_contract::{
    BundledReferenceData, EmailAddress, FieldErrorCode, FieldErrorCode::*, ReferenceData,
};

fn parse(address: &str) -> Result<String, FieldErrorCode> {
    EmailAddress::parse(address, &BundledReferenceData).map(|address| address.to_string())
}

/// Characters that often touch an address in a text.
const MARKS: &str = "\
    \u{201D}\u{201C}\u{201E}\u{2019}\u{2018}\u{201A}\u{AB}\u{BB}\u{2039}\u{203A}\u{5F3}\u{5F4}\
    \u{2022}\u{B7}\u{25CF}\u{25AA}\u{2013}\u{2014}\u{2026}\u{AE}\u{A9}\u{2122}\u{2120}\u{A7}\
    \u{B6}\u{2020}\u{B9}\u{B2}\u{B3}\u{AA}\u{BA}\u{B0}\u{20AC}\u{A3}\u{2192}\u{2713}\u{2605}\
    \u{3002}\u{300D}\u{FF09}\u{FF01}\u{24C2}\u{2139}\u{2460}\u{BD}";

#[test]
fn a_mark_behind_an_address_does_not_become_part_of_it() {
    for mark in MARKS.chars() {
        for domain in ["example.com", "exämple.com", "דוגמה.קום"] {
            let typed = format!("user@{domain}{mark}");
            assert_eq!(parse(&typed), Err(EmailDomain), "{typed}");
        }
    }
}

#[test]
fn a_mark_in_any_label_is_rejected() {
    // Two of the marks are label separators.
    for mark in MARKS.chars().filter(|mark| !"\u{3002}\u{B7}".contains(*mark)) {
        for typed in [format!("user@{mark}acme.com"), format!("user@ac{mark}me.example.com")] {
            assert_eq!(parse(&typed), Err(EmailDomain), "{typed}");
        }
    }
}

/// The contextual rules of RFC 5892, appendix A. Each row: the rule, a permitted label, a forbidden
/// one.
const IN_CONTEXT: &[(&str, &str, &str)] = &[
    ("A.1 between letters that join", "نامه\u{200C}ای", "a\u{200C}b"),
    ("A.1 behind a virama", "क्\u{200C}ष", "क\u{200C}ष"),
    ("A.2 behind a virama", "क्\u{200D}ष", "क\u{200D}ष"),
    ("A.3 between two l", "col·lecció", "co·la"),
    ("A.4 in front of a Greek letter", "͵αβ", "ä͵b"),
    ("A.5 behind a Hebrew letter", "ג׳ים", "׳גים"),
    ("A.6 behind a Hebrew letter", "צה״ל", "״צהל"),
    ("A.7 with Japanese letters", "ア・イ", "ä・b"),
    ("A.8 without the extended digits", "ب\u{661}\u{662}", "ب\u{661}\u{6F2}"),
    ("A.9 without the other digits", "ب\u{6F1}\u{6F2}", "ب\u{6F1}\u{662}"),
];

#[test]
fn characters_with_a_contextual_rule_are_accepted_only_in_that_context() {
    for (rule, allowed, refused) in IN_CONTEXT {
        let typed = format!("user@{allowed}.com");
        assert_eq!(parse(&typed).as_deref(), Ok(&*typed), "{rule}");
        assert!(parse(&format!("user@{refused}.com")).is_err(), "{rule}: {refused}");
    }
}

#[test]
fn a_half_width_katakana_dot_equals_the_full_width_dot() {
    assert_eq!(parse("user@ｱ･ｲ.com").as_deref(), Ok("user@ア・イ.com"));
}

#[test]
fn no_symbol_or_number_becomes_a_letter_or_digit() {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let is_sign = |c: &char| {
        let category = categories.get(*c);
        GeneralCategoryGroup::Symbol.contains(category)
            || GeneralCategoryGroup::OtherNumber.contains(category)
            || GeneralCategoryGroup::LetterNumber.contains(category)
    };
    for sign in ('\u{80}'..=char::MAX).filter(is_sign) {
        let typed = format!("acme{sign}.com");
        if let Some(domain) = BundledReferenceData.domain(&typed) {
            assert_eq!(domain.unicode, typed, "{sign:?}");
        }
    }
}
