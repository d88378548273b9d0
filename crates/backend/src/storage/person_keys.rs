//! Computes the keys by which people are found and sorted. The keys are stored with each
//! membership, because SQL cannot compute them.
//!
//! Names are sorted by the root collation of Unicode, in the same order for every reader: "Łukasz"
//! is among the names with L, "Ørsted" among those with O. A language's own order, such as the
//! Spanish one with ñ after n, would need one key per language.

use std::sync::LazyLock;

use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences, options::CollatorOptions};
use partner_portal_contract::{search::fold, split_addresses};

/// The version of the keys. It must grow with each change of `fold` and with each version of
/// `icu_collator` that has newer data. The server then computes the stored keys again when it
/// starts.
pub(super) const VERSION: i64 = 1;

static ROOT_ORDER: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    Collator::try_new(CollatorPreferences::default(), CollatorOptions::default())
        .expect("the root order is linked in")
});

/// The maximum number of words that a search uses. Each word makes the search read the keys of all
/// people once more.
const MOST_WORDS: usize = 10;

/// Returns the sort key of a name: the collation's sort key in hexadecimal digits, which a database
/// can compare byte by byte.
pub(super) fn name_key(name: &str) -> String {
    let mut key = Vec::new();
    let Ok(()) = ROOT_ORDER.write_sort_key_to(name, &mut key);
    hex::encode(key)
}

/// Returns the text in which a search looks for a person. The line break prevents a match that
/// begins in the name and ends in the address.
pub(super) fn search_key(name: &str, email: &str) -> String {
    fold(name) + "\n" + &fold(email)
}

/// Returns the words that a person's key must contain, in any order.
///
/// A pasted `Name <address>` is searched by its address alone, because the stored name may be
/// different. An empty query has no words. A query that consists only of characters that keys leave
/// out, such as an apostrophe, finds no person.
pub(super) fn query_words(query: &str) -> Vec<String> {
    let query = query.trim();
    let mut words = Vec::new();
    match split_addresses(query).as_slice() {
        [address] if address.contains('@') => add_word(&mut words, &fold(address)),
        _ => {
            for word in fold(query).split(is_between_words) {
                add_word(&mut words, word);
            }
        }
    }
    if words.is_empty() && !query.is_empty() {
        words.push(query.to_owned());
    }
    words.truncate(MOST_WORDS);
    words
}

fn add_word(words: &mut Vec<String>, word: &str) {
    if !word.is_empty() && !words.iter().any(|known| known == word) {
        words.push(word.to_owned());
    }
}

/// Includes hyphens, so that "Ben David" and "Ben-David" find each other.
const fn is_between_words(c: char) -> bool {
    matches!(c, ' ' | '-' | ',' | ';' | '<' | '>' | '(' | ')' | '[' | ']')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(query: &str, name: &str, email: &str) -> bool {
        let key = search_key(name, email);
        query_words(query).iter().all(|word| key.contains(word.as_str()))
    }

    #[test]
    fn people_are_found_without_typing_diacritics() {
        for (query, name) in [
            ("lukasz", "Łukasz Wróbel"),
            ("ŁUKASZ", "Łukasz Wróbel"),
            ("orsted", "Hans Ørsted"),
            ("ørsted", "Hans Orsted"),
            ("o'brien", "Siobhán O’Brien"),
            ("O’Brien", "Siobhán O'Brien"),
            ("obrien", "Siobhán O‘Brien"),
            ("ben david", "Noa Ben-David"),
            ("ben–david", "Noa Ben David"),
            ("strasse", "Straße"),
            ("isik", "Yıldız Işık"),
        ] {
            assert!(finds(query, name, "x@example.com"), "{query}");
        }
        assert!(!finds("lukas z", "Łukass Wróbel", "x@example.com"));
    }

    #[test]
    fn words_match_in_any_order_and_with_any_white_space() {
        for query in ["Zieliński Tomasz", "tomasz  zielinski", "Zieliński, Tomasz", "ziel\u{a0}tom"]
        {
            assert!(finds(query, "Tomasz Zieliński", "t.z@example.com"), "{query}");
        }
        assert!(!finds("tomasz kowalski", "Tomasz Zieliński", "t.z@example.com"));
        assert!(finds("example tomasz", "Tomasz Zieliński", "t.z@example.com"));
    }

    #[test]
    fn a_pasted_name_with_an_address_is_searched_by_the_address() {
        for query in [
            "Ann Lee <a.lee@example.com>",
            "\"Lee, Ann\" <A.Lee@Example.com>",
            "Ann B. Lee-Smith <a.lee@example.com>,",
            "mailto:a.lee@example.com",
            "<a.lee@example.com>",
            "a.lee@example.com",
            "A.Lee@",
        ] {
            assert!(finds(query, "Anna Lee", "a.lee@example.com"), "{query}");
            assert!(!finds(query, "Anna Lee", "another@example.com"), "{query}");
        }
        assert!(finds("Siobhán <s.o’brien@example.com>", "Siobhan", "s.o'brien@example.com"));
    }

    #[test]
    fn an_empty_query_has_no_words_and_an_apostrophe_alone_finds_no_person() {
        assert!(query_words(" \u{a0} ").is_empty());
        for query in ["'", "’ '", "\u{301}", "-", "%", "_", "\\"] {
            assert!(!finds(query, "Ann Lee", "ann@example.com"), "{query}");
        }
    }

    #[test]
    fn repeated_words_are_dropped_and_ten_words_are_kept() {
        assert_eq!(query_words("ann Ann ÁNN lee"), ["ann", "lee"]);
        let many: Vec<String> = (0..1000).map(|number| format!("w{number}")).collect();
        assert_eq!(query_words(&many.join(" ")).len(), MOST_WORDS);
    }

    #[test]
    fn names_are_sorted_by_the_unicode_collation_and_not_by_code_points() {
        let sorted = [
            "Ana",
            "Ángel",
            "Anna",
            "de Luca",
            "Deluca",
            "Łukasz",
            "Luke",
            "Orla",
            "Ørsted",
            "Oscar",
            "Zoe",
            "Zoë",
            "Zofia",
            "Жанна",
            "דנה",
        ];
        let mut by_key = sorted;
        by_key.reverse();
        by_key.sort_by_key(|name| name_key(name));
        assert_eq!(by_key, sorted);
    }

    /// When this test fails, increase [`VERSION`] in the same change.
    #[test]
    fn the_keys_match_the_current_version() {
        assert_eq!(VERSION, 1);
        assert_eq!(
            name_key("Łukasz O’Brien"),
            "41533f2b4f5d044709702d4d3b33450145b23f730901dcbfdcc5dc08"
        );
        assert_eq!(
            search_key("Łukasz O’Brien", "l.ob@example.com"),
            "lukasz obrien\nl.ob@example.com"
        );
    }
}
