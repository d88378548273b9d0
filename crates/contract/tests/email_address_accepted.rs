//! Tests that addresses in real use are accepted and stored in one canonical form.

use partner_portal_contract::{BundledReferenceData, EmailAddress};

fn canonical(text: &str) -> String {
    match EmailAddress::parse(text, &BundledReferenceData) {
        Ok(address) => address.to_string(),
        Err(code) => panic!("{text:?} was refused: {code:?}"),
    }
}

/// Each row: the reason, and an address that is stored as typed.
const KEPT: &[(&str, &str)] = &[
    ("plain", "user@example.com"),
    ("one letter before each sign", "a@b.cc"),
    ("sub-addressing", "oncall+portal@example.com"),
    ("sub-addressing with a hyphen", "oncall-portal@example.com"),
    ("dots inside the local part", "first.middle.last@example.com"),
    ("digits only in the local part", "1234567890@example.com"),
    ("every printable sign of an atom", "!#$%&'*+-/=?^_`{|}~@example.com"),
    ("an apostrophe", "o'brien@example.com"),
    ("hyphens at the ends of the local part", "-user-@example.com"),
    ("upper case in the local part", "First.Last@example.com"),
    ("many labels", "user@a.b.c.d.e.example.com"),
    ("digits in every label but the last", "user@123.example2.cc"),
    ("a label of one digit", "user@1.example"),
    ("a hyphen within a label", "user@my-company.example"),
    ("hyphens in the third and fourth place of an ASCII label", "user@r3--sn.example.com"),
    ("the same next to a label outside ASCII", "user@r3--sn.exämple.com"),
    ("a country's second level", "user@example.co.uk"),
    ("a long new top-level domain", "user@example.photography"),
    ("Latin with a diaeresis", "user@exämple.com"),
    ("Polish", "zażółć.gęślą@żółw.pl"),
    ("Hebrew on both sides", "משתמש@דוגמה.קום"),
    ("Hebrew local part", "תמיכה@example.com"),
    ("Arabic on both sides", "مستخدم@مثال.إختبار"),
    ("Chinese", "用户@例子.广告"),
    ("Hindi", "अजय@डाटा.भारत"),
    ("Greek with a final sigma", "χρήστης@παράδειγμα.ελ"),
    ("Cyrillic", "квіточка@пошта.укр"),
    ("the sharp s, which older rules turned into ss", "user@straße.de"),
    ("an emoji in the local part", "😀@example.com"),
    ("an emoji in the domain", "user@💩.la"),
    ("an emoji that is shown as text where no selector follows", "user@i❤.ws"),
    ("an emoji with a skin tone", "user@👍🏽.to"),
    ("an apostrophe as typographers write it", "o’brien@example.com"),
    ("a Hebrew acronym", "צה״ל@דוגמה.קום"),
    ("a Catalan word with a middle dot", "user@col·lecció.cat"),
    ("a Persian word with a zero-width non-joiner", "user@نامه\u{200C}ای.com"),
    ("a Sinhala word with a zero-width joiner", "user@ශ්\u{200D}රී.com"),
    ("full-width letters in the local part", "ｕｓｅｒ@example.com"),
];

#[test]
fn ordinary_and_international_addresses_are_kept_as_typed() {
    for (why, address) in KEPT {
        assert_eq!(canonical(address), *address, "{why}");
    }
}

/// Each row: the reason, the typed text, the stored address.
const CHANGED: &[(&str, &str, &str)] = &[
    ("white space around", "  user@example.com\t", "user@example.com"),
    ("a line break behind", "user@example.com\r\n", "user@example.com"),
    ("wide spaces around", "\u{3000}user@example.com\u{A0}", "user@example.com"),
    ("the domain in upper case", "User@EXAMPLE.Com", "User@example.com"),
    ("the domain in upper case outside ASCII", "user@EXÄMPLE.com", "user@exämple.com"),
    ("the domain in full-width letters", "user@ｅｘａｍｐｌｅ.ｃｏｍ", "user@example.com"),
    ("an ideographic full stop in the domain", "user@例子。广告", "user@例子.广告"),
    ("a full-width full stop in the domain", "user@example．com", "user@example.com"),
    ("Punycode", "user@xn--exmple-cua.com", "user@exämple.com"),
    ("Punycode in upper case", "user@XN--EXMPLE-CUA.COM", "user@exämple.com"),
    ("Punycode in full-width letters", "user@ｘｎ--exmple-cua.com", "user@exämple.com"),
    ("Punycode of the sharp s", "user@xn--strae-oqa.de", "user@straße.de"),
    ("a Persian word in Punycode", "user@xn--mgba3gch31f060k.com", "user@نامه\u{200C}ای.com"),
    ("an emoji with its selector", "user@i❤\u{FE0F}.ws", "user@i❤.ws"),
    ("a selector behind a letter", "user@example.com\u{FE0F}", "user@example.com"),
    ("a decomposed letter in the local part", "zoe\u{308}@example.com", "zoë@example.com"),
    ("a decomposed letter in the domain", "user@exa\u{308}mple.com", "user@exämple.com"),
    ("the Kelvin sign, which is the letter K", "\u{212A}@\u{212A}.com", "K@k.com"),
];

#[test]
fn different_spellings_of_an_address_are_stored_in_one_form() {
    for (why, typed, stored) in CHANGED {
        assert_eq!(canonical(typed), *stored, "{why}");
    }
}

#[test]
fn the_case_of_the_local_part_is_kept() {
    assert_ne!(canonical("User@example.com"), canonical("user@example.com"));
}

#[test]
fn a_local_part_may_have_64_octets() {
    let ascii = format!("{}@example.com", "a".repeat(64));
    assert_eq!(canonical(&ascii), ascii);
    let hebrew = format!("{}@example.com", "א".repeat(32));
    assert_eq!(canonical(&hebrew), hebrew);
}

#[test]
fn a_label_may_have_63_octets() {
    let address = format!("user@{}.com", "a".repeat(63));
    assert_eq!(canonical(&address), address);
}

#[test]
fn an_address_may_have_254_octets() {
    let label = "a".repeat(61);
    let address = format!("{}@{label}.{label}.{label}.com", "b".repeat(64));
    assert_eq!(address.len(), 254);
    assert_eq!(canonical(&address), address);
}

#[test]
fn a_decomposed_local_part_is_measured_in_its_stored_form() {
    // 32 composed letters are 64 octets. Typed as letter and combining mark, they are 96.
    let typed = format!("{}@example.com", "a\u{308}".repeat(32));
    assert_eq!(canonical(&typed), format!("{}@example.com", "ä".repeat(32)));
}
