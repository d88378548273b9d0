//! The keys by which people are found and sorted. They are stored beside each person's place in an
//! account, because neither can be computed in SQL.
//!
//! Names are sorted by the root order of the Unicode collation, the same for every reader: "Łukasz"
//! stands among the names with L, "Ørsted" among those with O. An order of a language's own, such as
//! the Spanish one with ñ after n, would need a key for each language.

use std::sync::LazyLock;

use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences, options::CollatorOptions};
use partner_portal_contract::{search::fold, split_addresses};

/// Counts the changes of the keys. Has to grow with every change of `fold` and with every version of
/// `icu_collator` whose data are newer, so that a start makes the stored keys anew.
pub(super) const VERSION: i64 = 1;

static ROOT_ORDER: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    Collator::try_new(CollatorPreferences::default(), CollatorOptions::default())
        .expect("the root order is linked in")
});

/// The words of a query that count. A search reads every person's key once for each.
const MOST_WORDS: usize = 10;

/// Returns the key by which people are sorted, which a database compares octet by octet: the sort key
/// of the collation in hexadecimal digits.
pub(super) fn name_key(name: &str) -> String {
    let mut key = Vec::new();
    let Ok(()) = ROOT_ORDER.write_sort_key_to(name, &mut key);
    hex::encode(key)
}

/// Returns the key in which a person is searched. The line break keeps a word from running over the
/// end of the name into the address.
pub(super) fn search_key(name: &str, email: &str) -> String {
    fold(name) + "\n" + &fold(email)
}

/// Returns the words that a person's key must contain, in any order.
///
/// A pasted `Name <address>` is searched by its address alone, because the name may be another one
/// there. None is returned for an empty query; a query of characters that are left out of keys, such
/// as an apostrophe alone, finds no person.
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

/// Hyphens too: "Ben David" and "Ben-David" are found by each other.
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
    fn people_are_found_by_what_a_keyboard_can_type() {
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
    fn words_are_found_in_any_order_and_with_any_space_between() {
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
    fn an_empty_query_has_no_words_and_a_lone_apostrophe_finds_no_person() {
        assert!(query_words(" \u{a0} ").is_empty());
        for query in ["'", "’ '", "\u{301}", "-", "%", "_", "\\"] {
            assert!(!finds(query, "Ann Lee", "ann@example.com"), "{query}");
        }
    }

    #[test]
    fn a_word_counts_once_and_no_more_than_ten_words_count() {
        assert_eq!(query_words("ann Ann ÁNN lee"), ["ann", "lee"]);
        let many: Vec<String> = (0..1000).map(|number| format!("w{number}")).collect();
        assert_eq!(query_words(&many.join(" ")).len(), MOST_WORDS);
    }

    #[test]
    fn names_are_sorted_as_languages_sort_and_not_by_code_points() {
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

    /// When this fails, [`VERSION`] has to grow with the change below.
    #[test]
    fn the_keys_are_those_of_this_version() {
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
