//! Tests that marks around an address are removed.

use partner_portal_contract::split_addresses;

use crate::assert_split;

#[test]
fn an_address_is_extracted_from_quotation_marks() {
    assert_split("<\"a@b.c\">", &["a@b.c"]);
    assert_split("'mailto:\"a@b.c\"'", &["a@b.c"]);
    assert_split("\"a@b.c\",\"d@e.f\"", &["a@b.c", "d@e.f"]);
    assert_split("'a@b.c'; “d@e.f” ‘g@h.i’", &["a@b.c", "d@e.f", "g@h.i"]);
    assert_split("\"a\"@b.c", &["\"a\"@b.c"]);
    assert_split("\"oncall\"", &["\"oncall\""]);
}

#[test]
fn quotation_marks_and_bullets_of_all_languages_are_removed() {
    for quoted in [
        "“a@b.c”",
        "‘a@b.c’",
        "„a@b.c”",
        "„a@b.c“",
        "‚a@b.c’",
        "«a@b.c»",
        "»a@b.c«",
        "‹a@b.c›",
        "״a@b.c״",
        "׳a@b.c׳",
        "’a@b.c",
        "a@b.c”",
        "a@b.c’",
        "a@b.c»",
        "•a@b.c",
        "• a@b.c",
        "– a@b.c",
        "—a@b.c",
        "a@b.c –",
        "a@b.c•",
        "a@b.c…",
        "- a@b.c",
        "* a@b.c",
        "▪ a@b.c",
        "· a@b.c",
        "1. a@b.c",
        "12) a@b.c",
        "“‘a@b.c’”",
        "«“a@b.c”»",
        "(“a@b.c”)",
    ] {
        assert_split(quoted, &["a@b.c"]);
    }
    for list in ["“a@b.c, d@e.f”", "«a@b.c; d@e.f»", "„a@b.c d@e.f”", "\"a@b.c, d@e.f\""]
    {
        assert_split(list, &["a@b.c", "d@e.f"]);
    }
    assert_split("• a@b.c\n• d@e.f\n", &["a@b.c", "d@e.f"]);
    assert_split("“Lovelace, Ada” <a@b.c>", &["a@b.c"]);
    assert_split("„oncall”", &["„oncall”"]);
    assert_split("- oncall", &["-", "oncall"]);
}

#[test]
fn other_marks_are_kept() {
    assert_split("a@b.com®", &["a@b.com®"]);
    assert_split("a@b.com™", &["a@b.com™"]);
}

#[test]
fn invisible_characters_at_the_ends_of_an_entry_are_dropped() {
    for c in ['\u{200E}', '\u{200F}', '\u{202A}', '\u{202C}', '\u{2068}', '\u{2069}', '\u{FEFF}'] {
        assert_split(&format!("{c}a@b.c{c}, {c}“d@e.f”{c}"), &["a@b.c", "d@e.f"]);
        assert_split(&format!("“{c}a@b.c{c}”"), &["a@b.c"]);
        assert_split(&format!("a{c}@b.c"), &[&format!("a{c}@b.c")]);
    }
}

#[test]
fn markdown_marks_around_an_address_are_removed() {
    for marked in ["*a@b.c*", "**a@b.c**", "_a@b.c_", "~~a@b.c~~", "`a@b.c`", "***a@b.c***"] {
        assert_split(marked, &["a@b.c"]);
    }
    for legal in ["_a@b.c", "*a@b.c", "a_b@c.d", "'a@b.c", "`a@b.c"] {
        assert_split(legal, &[legal]);
    }
}

#[test]
fn marks_behind_an_incomplete_link_are_removed() {
    assert_eq!(split_addresses("'mailto:,“a@b.c"), ["a@b.c"]);
    assert_eq!(split_addresses("'mailto:,“a@b.c <a@b.c>"), ["a@b.c", "a@b.c"]);
    assert_eq!(split_addresses("(mailto:,mailto:"), ["(mailto:"]);
    assert_eq!(split_addresses("(mailto:,mailto:a@b.c"), ["a@b.c"]);
}
