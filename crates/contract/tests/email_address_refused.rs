//! Tests that invalid addresses are rejected with the most helpful error code.

use partner_portal_contract::{
    BundledReferenceData, EmailAddress, FieldErrorCode, FieldErrorCode::*, ReferenceData,
};

fn refusal(text: &str) -> FieldErrorCode {
    match EmailAddress::parse(text, &BundledReferenceData) {
        Ok(address) => panic!("{text:?} was accepted as {address:?}"),
        Err(code) => code,
    }
}

fn assert_each_refused_with(code: FieldErrorCode, rows: &[(&str, &str)]) {
    for (why, text) in rows {
        assert_eq!(refusal(text), code, "{why}: {text:?}");
    }
}

#[test]
fn white_space_alone_is_an_empty_entry() {
    let rows = [("nothing", ""), ("spaces", "   "), ("lines", "\r\n\t"), ("wide", "\u{3000}")];
    assert_each_refused_with(EmailEmpty, &rows);
}

#[test]
fn text_around_the_address_and_second_addresses_have_their_own_error() {
    assert_each_refused_with(
        EmailNotOneAddress,
        &[
            ("display name", "Ann Example <ann@example.com>"),
            ("quoted display name", "\"Example, Ann\" <ann@example.com>"),
            ("angle brackets", "<ann@example.com>"),
            ("comment in front", "(on call)ann@example.com"),
            ("comment behind", "ann@example.com(on call)"),
            ("comma", "ann@example.com,bob@example.com"),
            ("comma behind", "ann@example.com,"),
            ("semicolon", "ann@example.com;bob@example.com"),
            ("space between", "ann@example.com bob@example.com"),
            ("space in the local part", "ann example@example.com"),
            ("space in the domain", "ann@exam ple.com"),
            ("no-break space", "ann\u{A0}example@example.com"),
            ("ideographic space", "ann\u{3000}example@example.com"),
            ("line break", "ann@example.com\nbob@example.com"),
            ("a header smuggled in", "ann@example.com\r\nBcc: bob@example.com"),
            ("line separator", "ann@example.com\u{2028}bob@example.com"),
            ("next line", "ann@example.com\u{85}bob@example.com"),
        ],
    );
}

#[test]
fn a_full_width_comma_does_not_become_part_of_an_address() {
    assert_each_refused_with(
        EmailNotOneAddress,
        &[
            ("full-width comma", "ann@example.com，bob@example.com"),
            ("ideographic comma in the local part", "ann、bob@example.com"),
            ("full-width semicolon", "ann；bob@example.com"),
            ("Arabic comma in the domain", "ann@a،b.com"),
            ("Arabic semicolon", "ann؛bob@example.com"),
            ("Greek question mark, in its stored form a semicolon", "a\u{37E}b@example.com"),
        ],
    );
}

#[test]
fn an_address_has_exactly_one_at_sign() {
    assert_each_refused_with(
        EmailAtSign,
        &[
            ("none", "example.com"),
            ("one word", "oncall"),
            ("two", "ann@bob@example.com"),
            ("doubled", "ann@@example.com"),
            ("at the end too", "ann@example.com@"),
            ("the full-width one is none", "ann＠example.com"),
        ],
    );
}

#[test]
fn invisible_characters_are_rejected() {
    let invisible = [
        ("null", '\0'),
        ("bell", '\u{7}'),
        ("escape", '\u{1B}'),
        ("delete", '\u{7F}'),
        ("a C1 control", '\u{9B}'),
        ("soft hyphen", '\u{AD}'),
        ("combining grapheme joiner", '\u{34F}'),
        ("Arabic letter mark", '\u{61C}'),
        ("Hangul filler", '\u{3164}'),
        ("half-width Hangul filler", '\u{FFA0}'),
        ("Mongolian vowel separator", '\u{180E}'),
        ("zero width space", '\u{200B}'),
        ("zero width non-joiner where its rule does not allow it", '\u{200C}'),
        ("zero width joiner where its rule does not allow it", '\u{200D}'),
        ("left-to-right mark", '\u{200E}'),
        ("right-to-left mark", '\u{200F}'),
        ("right-to-left embedding", '\u{202B}'),
        ("right-to-left override", '\u{202E}'),
        ("word joiner", '\u{2060}'),
        ("right-to-left isolate", '\u{2067}'),
        ("pop directional isolate", '\u{2069}'),
        ("blank Braille pattern", '\u{2800}'),
        ("text variation selector", '\u{FE0E}'),
        ("byte order mark", '\u{FEFF}'),
        ("replacement character", '\u{FFFD}'),
        ("private use", '\u{E000}'),
        ("private use of a far plane", '\u{F_0000}'),
        ("tag letter", '\u{E_0061}'),
        ("supplementary variation selector", '\u{E_0100}'),
        ("non-character", '\u{FFFE}'),
        ("non-character of a far plane", '\u{1_FFFF}'),
        ("musical control", '\u{1_D173}'),
    ];
    for (why, c) in invisible {
        for text in [
            format!("{c}user@example.com"),
            format!("us{c}er@example.com"),
            format!("user@exam{c}ple.com"),
            format!("user@example.com{c}"),
        ] {
            assert_eq!(refusal(&text), EmailForbiddenCharacter, "{why}: {text:?}");
        }
    }
}

#[test]
fn an_emoji_variation_selector_in_the_local_part_is_rejected() {
    assert_eq!(refusal("❤\u{FE0F}@example.com"), EmailForbiddenCharacter);
}

#[test]
fn punycode_cannot_smuggle_in_forbidden_characters() {
    // The Arabic comma, a quotation mark and a registered sign. UTS 46 allows all three.
    for label in ["xn--ab-0qd", "xn--com-9o0a", "xn--acme-yga"] {
        assert_eq!(BundledReferenceData.domain(&format!("{label}.com")), None);
        assert_eq!(refusal(&format!("user@{label}.com")), EmailDomain);
    }
}

#[test]
fn quoted_local_parts_and_address_literals_are_unsupported_forms() {
    assert_each_refused_with(
        EmailUnsupportedForm,
        &[
            ("quoted", "\"ann\"@example.com"),
            ("quoted with a space", "\"ann example\"@example.com"),
            ("quoted with an at sign", "\"ann@work\"@example.com"),
            ("empty quotes", "\"\"@example.com"),
            ("IPv4 literal", "ann@[192.0.2.1]"),
            ("IPv6 literal", "ann@[IPv6:2001:db8::1]"),
        ],
    );
}
