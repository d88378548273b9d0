//! Tests that searches ignore differences that depend on the user's keyboard.

use partner_portal_contract::search::fold;
use proptest::prelude::*;

#[test]
fn case_and_accents_make_no_difference() {
    for (text, folded) in [
        ("Zoë", "zoe"),
        ("Zoe\u{308}", "zoe"),
        ("ÅSA", "asa"),
        ("Ángel Muñoz", "angel munoz"),
        ("Nguyễn", "nguyen"),
        ("Σωκράτης", "σωκρατησ"),
        ("ΣΩΚΡΑΤΗΣ", "σωκρατησ"),
        ("דָּוִד", "דוד"),
        ("مُحَمَّد", "محمد"),
    ] {
        assert_eq!(fold(text), folded, "{text}");
    }
}

#[test]
fn letters_without_a_decomposition_become_the_letters_typed_instead() {
    for (text, folded) in [
        ("Łukasz", "lukasz"),
        ("Ørsted", "orsted"),
        ("Đorđe", "dorde"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Yıldız İpek IŞIK", "yildiz ipek isik"),
        ("Ærø", "aero"),
        ("Œuvre", "oeuvre"),
        ("Þórður Guðmundsson", "thordur gudmundsson"),
        ("Għarb", "gharb"),
        ("Ŋ", "n"),
        ("Əliyev", "eliyev"),
    ] {
        assert_eq!(fold(text), folded, "{text}");
    }
}

#[test]
fn every_apostrophe_and_quotation_mark_is_dropped() {
    for apostrophe in "'’‘‛`´′ʼʻʹʾʿ＇׳״\"“”„«»".chars() {
        assert_eq!(fold(&format!("O{apostrophe}Brien")), "obrien", "{apostrophe:?}");
    }
    assert_eq!(fold("Gal·la"), fold("Gaŀla"));
}

#[test]
fn every_dash_becomes_a_hyphen() {
    for dash in "-‐‑‒–—―−־－﹘".chars() {
        assert_eq!(fold(&format!("Ben{dash}David")), "ben-david", "{dash:?}");
    }
}

#[test]
fn white_space_becomes_one_space_between_words() {
    for text in ["Ann  Lee", " Ann\u{a0}Lee\t", "Ann\u{3000}\u{200b} Lee\n", "Ann \u{200e} Lee"] {
        assert_eq!(fold(text), "ann lee", "{text:?}");
    }
    assert_eq!(fold("\u{200b}A\u{ad}nn\u{200d}"), "ann");
    assert_eq!(fold(" ’ \u{301}"), "");
}

#[test]
fn the_characters_of_addresses_are_kept() {
    assert_eq!(fold("Ann.Lee_1+x-y%z@Example.COM"), "ann.lee_1+x-y%z@example.com");
}

proptest! {
    #[test]
    fn folding_is_idempotent(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn the_case_of_a_text_does_not_matter(text in "[A-Za-zÀ-žΑ-ωА-я '’-]{0,30}") {
        prop_assert_eq!(fold(&text.to_lowercase()), fold(&text.to_uppercase()));
    }
}
