//! Tests properties that hold for any text typed into an address input.

use email_address::Options;
use partner_portal_contract::{BundledReferenceData, EmailAddress, FieldErrorCode};
use proptest::prelude::*;

fn parse(text: &str) -> Result<EmailAddress, FieldErrorCode> {
    EmailAddress::parse(text, &BundledReferenceData)
}

/// Generates texts close to the limits of every rule, valid and invalid, in several scripts.
fn address_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-zA-Z0-9]{1,12}",
        2 => "[!#$%&'*+/=?^_`{|}~\\-.]{1,2}",
        2 => "[äöüßżółćéñİıẞﬁªK]{1,6}",
        1 => "[א-ת]{1,8}",
        1 => "[ء-ي٠-٩]{1,8}",
        1 => "[ぁ-ん一-丁。．｡]{1,8}",
        1 => "[\u{300}-\u{345}\u{37E}\u{387}\u{1FEF}\u{2126}\u{958}\u{1100}-\u{11A8}]{1,3}",
        1 => "[Ａ-ｚ０-９，；＠]{1,4}",
        1 => "[\u{200B}-\u{200F}\u{AD}\u{FE0F}\u{E0001} \t\r\n\u{A0}]",
        1 => "[,;<>()\"\\[\\]:\\\\@،、]",
        1 => "(xn--|XN--)[a-z0-9\\-]{0,10}",
        1 => any::<char>().prop_map(String::from),
    ];
    let side = || prop::collection::vec(piece.clone(), 1..4).prop_map(|pieces| pieces.concat());
    (side(), side(), "(\\.[a-z]{1,4}|\\.[0-9]{1,2}|\\.рф|\\.קום|)")
        .prop_map(|(local, domain, top)| format!("{local}@{domain}{top}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_048))]

    #[test]
    fn no_text_makes_the_parser_panic(text in any::<String>()) {
        let _ = parse(&text);
    }

    #[test]
    fn parsing_an_accepted_address_again_does_not_change_it(text in address_like()) {
        if let Ok(address) = parse(&text) {
            prop_assert_eq!(parse(address.as_str()), Ok(address));
        }
    }

    #[test]
    fn the_stored_form_is_visible_one_word_and_within_the_limits(text in address_like()) {
        let Ok(address) = parse(&text) else { return Ok(()) };
        let (local, domain) = address.as_str().split_once('@').expect("an at sign");
        prop_assert!((1..=64).contains(&local.len()));
        prop_assert!(address.as_str().len() <= 254);
        prop_assert!(domain.contains('.'));
        prop_assert!(!domain.contains('@'));
        let hidden = |c: char| {
            c.is_control()
                || c.is_whitespace()
                || matches!(c, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
                || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        };
        prop_assert!(!address.as_str().contains(hidden), "{address:?}");
        prop_assert!(!address.as_str().contains([',', ';', '<', '>', '"', '(', ')', '，', '،']));
    }

    #[test]
    fn the_case_of_an_ascii_domain_does_not_matter(
        local in "[a-zA-Z0-9.+]{1,10}",
        domain in "[a-zA-Z0-9-]{1,10}(\\.[a-zA-Z0-9-]{1,6}){0,3}",
    ) {
        let parsed = parse(&format!("{local}@{domain}"));
        prop_assert_eq!(parse(&format!("{local}@{}", domain.to_uppercase())), parsed.clone());
        prop_assert_eq!(parse(&format!("{local}@{}", domain.to_lowercase())), parsed);
    }

    #[test]
    fn an_independent_parser_accepts_every_accepted_ascii_address(
        text in "[ -~]{1,20}|[a-z.+_'-]{1,8}@[a-zA-Z0-9.-]{1,16}",
    ) {
        let options = Options::default()
            .with_required_tld()
            .without_domain_literal()
            .without_display_text();
        if let Ok(address) = parse(&text) {
            let reparsed = email_address::EmailAddress::parse_with_options(address.as_str(), options);
            prop_assert!(reparsed.is_ok(), "{address}: {reparsed:?}");
        }
    }

    #[test]
    fn the_last_label_is_two_or_more_letters_and_marks(text in address_like()) {
        let Ok(address) = parse(&text) else { return Ok(()) };
        let last = address.domain().rsplit('.').next().unwrap_or_default();
        prop_assert!(last.chars().count() > 1, "{address:?}");
        let refused = |c: char| c.is_numeric() || c.is_ascii_punctuation() || "”’»–•®…".contains(c);
        prop_assert!(!last.contains(refused), "{address:?}");
    }

    #[test]
    fn the_check_of_an_ascii_label_does_not_depend_on_its_neighbours(label in "[a-z0-9-]{1,8}") {
        let alone = parse(&format!("a@{label}.com")).is_ok();
        for neighbour in ["exämple", "דוגמה", "日本", "xn--exmple-cua", "💩"] {
            // Right-to-left neighbours impose their own rules on digits (RFC 5893).
            if !label.contains(|c: char| c.is_ascii_digit()) {
                prop_assert_eq!(parse(&format!("a@{label}.{neighbour}.com")).is_ok(), alone);
                prop_assert_eq!(parse(&format!("a@{neighbour}.{label}.com")).is_ok(), alone);
            }
        }
    }

    #[test]
    fn white_space_around_an_address_is_ignored(
        text in address_like(),
        before in "[ \t\u{A0}\u{3000}]{0,3}",
        after in "[ \t\r\n\u{2003}]{0,3}",
    ) {
        prop_assert_eq!(parse(&format!("{before}{text}{after}")), parse(&text));
    }
}
