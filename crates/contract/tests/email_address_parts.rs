//! Tests that mistakes in the local part, the domain and the lengths have separate error codes.

use partner_portal_contract::{
    BundledReferenceData, EmailAddress, FieldErrorCode, FieldErrorCode::*,
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
fn the_local_part_consists_of_atoms_with_single_dots_between_them() {
    assert_each_refused_with(
        EmailLocalPart,
        &[
            ("empty", "@example.com"),
            ("only a dot", ".@example.com"),
            ("leading dot", ".ann@example.com"),
            ("trailing dot", "ann.@example.com"),
            ("double dot", "ann..example@example.com"),
            ("colon", "mailto:ann@example.com"),
            ("backslash", "ann\\example@example.com"),
            ("square bracket", "ann[1]@example.com"),
            ("quotes within", "ann\"x\"example@example.com"),
            ("a quoted part among plain ones", "ann.\"x\".example@example.com"),
            ("typographic quotation marks", "“ann”@example.com"),
            ("an opening one", "„ann@example.com"),
            ("an opening guillemet", "«ann@example.com"),
            ("a closing one", "ann»@example.com"),
            ("a single opening one", "‚ann@example.com"),
            ("an opening apostrophe", "’ann@example.com"),
            ("Hebrew quotation marks", "״ann@example.com"),
            ("a bullet", "•ann@example.com"),
            ("a small square as a bullet", "▪ann@example.com"),
            ("a dash as a bullet", "–ann@example.com"),
            ("an address that was cut", "ann…@example.com"),
        ],
    );
}

#[test]
fn the_domain_is_a_host_name() {
    assert_each_refused_with(
        EmailDomain,
        &[
            ("empty", "ann@"),
            ("only a dot", "ann@."),
            ("leading dot", "ann@.example.com"),
            ("trailing dot", "ann@example.com."),
            ("trailing dot outside ASCII", "ann@exämple.com."),
            ("double dot", "ann@example..com"),
            ("double dot outside ASCII", "ann@exämple..com"),
            ("leading hyphen", "ann@-example.com"),
            ("trailing hyphen", "ann@example-.com"),
            ("hyphen around the top level", "ann@example.-com"),
            ("leading hyphen outside ASCII", "ann@-exämple.com"),
            ("trailing hyphen outside ASCII", "ann@exämple-.com"),
            ("hyphens in third and fourth place outside ASCII", "ann@éx--ample.com"),
            ("underscore", "ann@my_company.com"),
            ("underscore outside ASCII", "ann@mü_company.com"),
            ("plus", "ann@exam+ple.com"),
            ("slash", "ann@example.com/path"),
            ("colon", "ann@example.com:25"),
            ("percent", "ann@exam%70le.com"),
            ("half a literal", "ann@[192.0.2.1"),
            ("IPv4 address without brackets", "ann@192.0.2.1"),
            ("top level of digits", "ann@example.123"),
            ("top level with a digit", "ann@example.com1"),
            ("top level with a hyphen", "ann@example.c-m"),
            ("top level of one letter", "ann@example.c"),
            ("top level of one letter behind a label outside ASCII", "ann@exämple.c"),
            ("top level of one letter outside ASCII", "ann@example.é"),
            ("top level with a digit outside ASCII", "ann@example.रत१"),
            ("top level of emoji", "ann@example.💩💩"),
            ("top level of full-width digits", "ann@example.１２３"),
            ("leading combining mark", "ann@\u{301}example.com"),
            ("letters of both directions in one label", "ann@אa.com"),
            ("Arabic and extended digits together", "ann@ب\u{660}\u{6F0}.com"),
            ("a full-width slash, which becomes a slash", "ann@a／b.com"),
            ("account of, which becomes a slash", "ann@\u{2100}.com"),
            ("a typographic apostrophe", "ann@o’brien.com"),
            ("a non-breaking hyphen, as Word writes it", "ann@my\u{2011}company.com"),
            ("a dash", "ann@my–company.com"),
            ("a bullet between labels", "ann@example•com"),
            ("an Arabic tatweel", "ann@مـثال.com"),
        ],
    );
}

#[test]
fn an_xn_label_must_be_valid_punycode() {
    assert_each_refused_with(
        EmailDomain,
        &[
            ("nothing behind the prefix", "ann@xn--.com"),
            ("no Punycode", "ann@xn--999999999.com"),
            ("of ASCII only", "ann@xn--abc-.com"),
            ("of an upper-case letter", "ann@xn--bcher-2pa.com"),
            ("of a hyphenated label", "ann@xn---.com"),
            ("with letters outside ASCII", "ann@xn--ü.com"),
        ],
    );
}

#[test]
fn a_domain_without_a_dot_has_its_own_error() {
    assert_each_refused_with(
        EmailDomainWithoutDot,
        &[
            ("host of a network", "ann@localhost"),
            ("top level", "ann@com"),
            ("outside ASCII", "ann@exämple"),
            ("Punycode", "ann@xn--exmple-cua"),
        ],
    );
}

#[test]
fn a_local_part_of_65_octets_is_too_long() {
    for local in ["a".repeat(65), "א".repeat(32) + "a", "😀".repeat(16) + "a"] {
        assert_eq!(refusal(&format!("{local}@example.com")), EmailLocalPartTooLong);
    }
}

#[test]
fn a_label_of_64_octets_is_invalid() {
    assert_eq!(refusal(&format!("ann@{}.com", "a".repeat(64))), EmailDomain);
    // 56 letters whose Punycode form is longer than 63 octets.
    assert_eq!(refusal(&format!("ann@{}.com", "äö".repeat(28))), EmailDomain);
}

#[test]
fn an_address_of_255_octets_is_too_long() {
    let (long, longer) = ("a".repeat(61), "a".repeat(62));
    let address = format!("{}@{long}.{long}.{longer}.com", "b".repeat(64));
    assert_eq!(address.len(), 255);
    assert_eq!(refusal(&address), EmailTooLong);
}

#[test]
fn the_longer_of_both_forms_of_an_international_address_is_limited() {
    // Each label has 21 letters, which are 63 octets in UTF-8 and fewer in Punycode.
    let label = "日".repeat(21);
    let domain = format!("{label}.{label}.{label}.com");
    assert!(EmailAddress::parse(&format!("ann@{domain}"), &BundledReferenceData).is_ok());
    assert_eq!(refusal(&format!("{}@{domain}", "a".repeat(64))), EmailTooLong);
    // Each label has 13 octets in UTF-8 and 18 in Punycode.
    let domain = ["ä-bcdefghijk"; 13].join(".") + ".com";
    let address = format!("{}@{domain}", "a".repeat(64));
    assert!(address.len() <= 254);
    assert_eq!(refusal(&address), EmailTooLong);
}

#[test]
fn a_very_long_text_is_rejected_like_a_short_one() {
    assert_eq!(refusal(&"a".repeat(65_536)), EmailAtSign);
    assert_eq!(refusal(&format!("a@{}.com", "ä".repeat(32_768))), EmailDomain);
    assert_eq!(refusal(&format!("a@{}com", "ä.".repeat(21_000))), EmailTooLong);
    assert_eq!(refusal(&format!("a@xn--{}.com", "a".repeat(65_536))), EmailDomain);
    assert_eq!(
        refusal(&format!("{}@example.com", "e\u{301}".repeat(20_000))),
        EmailLocalPartTooLong
    );
    assert_eq!(
        refusal(&format!("e{}@example.com", "\u{301}\u{323}".repeat(16_000))),
        EmailLocalPartTooLong
    );
}
