//! Tests properties that hold for any text pasted into an address input.

use partner_portal_contract::{BundledReferenceData, EmailAddress, split_addresses};
use proptest::{collection::vec, prelude::*, sample::select};

fn separates(c: char) -> bool {
    c.is_whitespace() || ",;，、；､؛،\u{37E}".contains(c)
}

/// Generates text from the characters and pieces that the splitter treats specially.
fn pasted() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(vec!["a@b.c", "d@e.f", "Ann", "oncall", "mailto:", "é", "日本"]),
        4 => select(vec!["<", ">", "\"", "\\", "'", "@", "(", ")", "“", "”", "•", "*", "[", "]"]),
        4 => select(vec![",", ";", " ", "\n", "\t", "，", "\u{A0}"]),
        2 => select(vec!["Ann <a@b.c>", "\"Last, First\" <d@e.f>", "a@b.c <a@b.c>"]),
    ];
    vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_096))]

    #[test]
    fn no_text_makes_the_splitter_panic(text in any::<String>()) {
        split_addresses(&text);
    }

    #[test]
    fn an_entry_is_never_empty_and_contains_no_separator(text in pasted()) {
        for entry in split_addresses(&text) {
            prop_assert!(!entry.is_empty());
            prop_assert!(!entry.contains(separates), "{entry:?}");
        }
    }

    #[test]
    fn without_an_address_only_separators_are_lost(
        text in "[^@\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{61C}\u{FEFF}]{0,40}",
    ) {
        prop_assume!(!text.to_lowercase().contains("mailto:"));
        let kept = split_addresses(&text).concat();
        prop_assert_eq!(kept, text.replace(separates, ""));
    }

    #[test]
    fn a_word_of_letters_beside_an_address_is_never_lost(
        words in vec("[a-z]{1,6}|[a-z]{1,4}@[a-z]{1,4}\\.com", 1..6),
        between in select(vec!["\t", " ", ", ", "; ", "\n"]),
    ) {
        prop_assert_eq!(split_addresses(&words.join(between)), words);
    }

    #[test]
    fn marks_around_an_address_are_removed(
        opening in "[“„«‹‘‚•–\u{200E}\u{FEFF}]{0,3}",
        address in "[a-z]{1,5}@[a-z]{1,5}\\.com",
        closing in "[”“»›’…–\u{200F}\u{2069}]{0,3}",
    ) {
        prop_assert_eq!(split_addresses(&format!("{opening}{address}{closing}")), [address]);
    }

    #[test]
    fn the_entries_occur_in_the_text_in_the_same_order(text in pasted()) {
        let mut rest = text.as_str();
        for entry in split_addresses(&text) {
            let at = rest.find(&entry);
            prop_assert!(at.is_some(), "{entry:?} in {rest:?}");
            rest = &rest[at.unwrap_or_default() + entry.len()..];
        }
    }

    #[test]
    fn splitting_is_idempotent(text in pasted()) {
        let entries = split_addresses(&text);
        prop_assert_eq!(split_addresses(&entries.join("\n")), entries);
    }

    #[test]
    fn an_accepted_address_is_one_entry_and_is_never_split(text in any::<String>()) {
        if let Ok(address) = EmailAddress::parse(&text, &BundledReferenceData) {
            prop_assert_eq!(split_addresses(address.as_str()), [address.as_str()]);
        }
    }

    #[test]
    fn lines_are_split_independently_of_each_other(first in pasted(), second in pasted()) {
        let together = split_addresses(&format!("{first}\n{second}"));
        let apart = [split_addresses(&first), split_addresses(&second)].concat();
        prop_assert_eq!(together, apart);
    }

    #[test]
    fn named_addresses_lose_their_names(
        people in vec(("[A-Za-z ,;é\\\\]{0,12}", "[a-z]{1,5}@[a-z]{1,5}\\.com"), 0..8),
        between in select(vec![", ", ";", "\n", " "]),
    ) {
        let written: Vec<_> = people
            .iter()
            .map(|(name, address)| format!("\"{}\" <{address}>", name.replace('\\', "\\\\")))
            .collect();
        let addresses: Vec<_> = people.iter().map(|(_, address)| address.clone()).collect();
        prop_assert_eq!(split_addresses(&written.join(between)), addresses);
    }
}
