//! Tests how addresses identify users: all spellings of one mailbox are the same user, and
//! look-alikes are different users.

use partner_portal_contract::{BundledReferenceData, FieldErrorCode, users::PersonAddress};
use proptest::prelude::*;

fn key(text: &str) -> Result<String, FieldErrorCode> {
    PersonAddress::parse(text, &BundledReferenceData).map(|address| address.key().to_owned())
}

#[test]
fn case_normalization_and_the_form_of_the_domain_do_not_matter() {
    for (one, other) in [
        ("Ann@x.com", "ann@X.COM"),
        ("ŻANETA@x.com", "żaneta@x.com"),
        ("zoe\u{308}@x.com", "Zoë@x.com"),
        ("J\u{30C}@x.com", "ǰ@x.com"),
        ("ΝΊΚΟΣ@x.com", "νίκος@x.com"),
        ("ｶﾅ@x.com", "カナ@x.com"),
        ("ann@EXÄMPLE.com", "ann@xn--exmple-cua.com"),
    ] {
        assert_eq!(key(one).unwrap(), key(other).unwrap(), "{one} {other}");
    }
    for space in [" ", "\u{A0}", "\u{3000}"] {
        let text = [space, "Ann@Exämple.com", space].concat();
        assert_eq!(key(&text).as_deref(), Ok("ann@xn--exmple-cua.com"), "{text:?}");
    }
}

#[test]
fn look_alike_letters_make_a_different_address() {
    for (one, other) in [
        ("zaneta@x.com", "żaneta@x.com"),
        ("strasse@x.com", "straße@x.com"),
        // The first letter is Cyrillic.
        ("\u{430}nn@x.com", "ann@x.com"),
        ("\u{131}nes@x.com", "ines@x.com"),
        ("\u{130}nes@x.com", "ines@x.com"),
        ("a.nn@x.com", "ann@x.com"),
        ("ann+1@x.com", "ann@x.com"),
    ] {
        assert_ne!(key(one).unwrap(), key(other).unwrap(), "{one} {other}");
    }
}

#[test]
fn a_character_that_normalization_turns_into_ascii_or_a_separator_is_rejected() {
    for text in [
        "\u{212A}enji@example.com",
        "ｋenji@example.com",
        "o\u{FB03}ce@example.com",
        "clau\u{17F}@example.com",
        "ann\u{2460}@example.com",
        // Normalization turns an upright comma and a narrow square into a separator and a bullet.
        "ann\u{FE11}@example.com",
        "ann\u{FFED}@example.com",
    ] {
        assert_eq!(key(text), Err(FieldErrorCode::EmailLocalPart), "{text}");
    }
    assert_eq!(key("kenji@EXAMPLE.com").as_deref(), Ok("kenji@example.com"));
}

#[test]
fn text_that_is_not_an_address_is_rejected_with_the_usual_errors() {
    assert_eq!(key(""), Err(FieldErrorCode::EmailEmpty));
    assert_eq!(key("ann"), Err(FieldErrorCode::EmailAtSign));
    assert_eq!(key("ann@com"), Err(FieldErrorCode::EmailDomainWithoutDot));
}

proptest! {
    #[test]
    fn parsing_a_stored_address_again_does_not_change_its_key(local in "[\\PC&&[^@]]{1,8}") {
        if let Ok(address) = PersonAddress::parse(&format!("{local}@Example.com"), &BundledReferenceData) {
            let stored = key(address.email().as_str());
            prop_assert_eq!(stored.as_deref(), Ok(address.key()));
            let again = key(address.key());
            prop_assert_eq!(again.as_deref(), Ok(address.key()));
        }
    }

    #[test]
    fn only_an_ascii_address_has_an_ascii_key(local in "[\\PC&&[^@]]{1,4}") {
        if let Ok(address) = PersonAddress::parse(&format!("{local}@example.com"), &BundledReferenceData) {
            let is_ascii = address.email().as_str().is_ascii();
            prop_assert_eq!(address.key().is_ascii(), is_ascii);
        }
    }
}
