//! Tests that pasted text is split into one entry per address and that nothing typed is lost.

use std::time::{Duration, Instant};

use partner_portal_contract::{address_list::single_address, split_addresses};

#[track_caller]
fn assert_split(text: &str, entries: &[&str]) {
    assert_eq!(split_addresses(text), entries, "{text:?}");
}

#[test]
fn addresses_are_split_on_commas_semicolons_white_space_and_lines() {
    let both = ["a@b.c", "d@e.f"];
    for between in [
        ",", ", ", ";", "; ", " ", "\t", "\n", "\r\n", "\r", ",\n", " , ; ", "\u{A0}", "\u{3000}",
        "\u{2028}", "\u{85}", "\u{B}",
    ] {
        assert_split(&format!("a@b.c{between}d@e.f"), &both);
    }
}

#[test]
fn a_full_width_separator_does_not_join_two_addresses() {
    for between in ["，", "、", "；", "､", "؛", "،", "\u{37E}"] {
        assert_split(&format!("a@b.c{between}d@e.f"), &["a@b.c", "d@e.f"]);
    }
}

#[test]
fn empty_entries_are_dropped() {
    assert_split("", &[]);
    assert_split(" ,;\n\r\n\t，", &[]);
    assert_split(",,a@b.c;;\n", &["a@b.c"]);
}

#[test]
fn an_address_is_extracted_from_behind_a_name() {
    assert_split("<a@b.c>", &["a@b.c"]);
    assert_split("Ann <a@b.c>", &["a@b.c"]);
    assert_split("Ann van Example <a@b.c>", &["a@b.c"]);
    assert_split("Ann<a@b.c>", &["a@b.c"]);
    assert_split("Ann < a@b.c >", &["a@b.c"]);
    assert_split("O'Neil (on call) <a@b.c>", &["a@b.c"]);
    assert_split("J @ Example <a@b.c>", &["a@b.c"]);
    assert_split("שלום <a@b.c>، مرحبا <d@e.f>", &["a@b.c", "d@e.f"]);
}

#[test]
fn a_comma_between_family_and_given_name_belongs_to_the_name() {
    assert_split("Lovelace, Ada <a@b.c>; Byron, George Gordon <d@e.f>", &["a@b.c", "d@e.f"]);
    assert_split("g@h.i; Van Example, Ann <a@b.c>", &["g@h.i", "a@b.c"]);
    assert_split("כהן, דנה <a@b.c>", &["a@b.c"]);
    assert_split("Ann <a@b.c>, Lovelace, Ada <d@e.f>", &["a@b.c", "d@e.f"]);
    assert_split("Ann, Lovelace, Ada <d@e.f>", &["Ann", "d@e.f"]);
    assert_split("Lovelace, Ada g@h.i <a@b.c>", &["Lovelace", "Ada", "g@h.i", "a@b.c"]);
}

#[test]
fn a_comma_that_ends_an_entry_does_not_belong_to_a_name() {
    assert_split("Oncall, <a@b.c>", &["Oncall", "a@b.c"]);
    assert_split("Oncall; Ann <a@b.c>", &["Oncall", "a@b.c"]);
    assert_split("Oncall, Ann", &["Oncall", "Ann"]);
    assert_split("G@h.i, Ann <a@b.c>", &["G@h.i", "a@b.c"]);
}

#[test]
fn every_cell_of_a_row_copied_from_a_spreadsheet_is_kept() {
    assert_split("Ada\t+44\ta@b.c\r\nBo\t\td@e.f\r\n", &["Ada", "+44", "a@b.c", "Bo", "d@e.f"]);
    assert_split("a@b.c\td@e.f\r\ng@h.i\t\r\n", &["a@b.c", "d@e.f", "g@h.i"]);
    assert_split("Ada <a@b.c>\tyes", &["a@b.c", "yes"]);
    assert_split("oncall\ta@b.c", &["oncall", "a@b.c"]);
    assert_split("Name\tEmail", &["Name", "Email"]);
}

#[test]
fn quoted_cells_can_contain_several_lines() {
    assert_split("\"a@b.c\nd@e.f\"\tg@h.i", &["a@b.c", "d@e.f", "g@h.i"]);
    assert_split("\"Ann <a@b.c>\r\nDee <d@e.f>\"", &["a@b.c", "d@e.f"]);
    assert_split("\"Ann \"\"Nick\"\" <a@b.c>\"", &["a@b.c"]);
    assert_split("\"Ann\",\"a@b.c\"", &["\"Ann\"", "a@b.c"]);
}

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
fn comments_are_dropped_only_beside_an_address() {
    assert_split("a@b.c (on call)", &["a@b.c"]);
    assert_split("a@b.c(on call)", &["a@b.c"]);
    assert_split("(on call) a@b.c", &["a@b.c"]);
    assert_split("a@b.c (on call, nights; weekends), d@e.f", &["a@b.c", "d@e.f"]);
    assert_split("a@b.c (Ann (the second) \\) and Bo)", &["a@b.c"]);
    assert_split("Ann (on call) <a@b.c> (nights)", &["a@b.c"]);
    assert_split("(on call)", &["(on", "call)"]);
    assert_split("oncall (nights), a@b.c", &["oncall", "(nights)", "a@b.c"]);
    assert_split("a@b.c (was d@e.f)", &["a@b.c", "(was", "d@e.f"]);
    assert_split("a@b.c (on call", &["a@b.c", "(on", "call"]);
}

#[test]
fn an_address_in_brackets_is_extracted_with_or_without_a_name() {
    assert_split("Ada Lovelace (a@b.c)", &["a@b.c"]);
    assert_split("(a@b.c)", &["a@b.c"]);
    assert_split("Ada [a@b.c], Bo [mailto:d@e.f]", &["a@b.c", "d@e.f"]);
    assert_split("a@b.c (d@e.f)", &["a@b.c", "d@e.f"]);
    assert_split("a@[192.0.2.1]", &["a@[192.0.2.1]"]);
}

#[test]
fn group_names_are_dropped() {
    assert_split("Team: a@b.c, d@e.f;", &["a@b.c", "d@e.f"]);
    assert_split("On call team: Ann <a@b.c>, d@e.f; g@h.i", &["a@b.c", "d@e.f", "g@h.i"]);
    assert_split("Email: a@b.c", &["a@b.c"]);
    assert_split("Team: oncall, a@b.c;", &["Team:", "oncall", "a@b.c"]);
    assert_split("Undisclosed recipients:;", &["Undisclosed", "recipients:"]);
}

#[test]
fn several_named_addresses_keep_their_order() {
    assert_split("Ann <a@b.c>, Dee <d@e.f>; g@h.i", &["a@b.c", "d@e.f", "g@h.i"]);
    assert_split("Ann <a@b.c>\nDee <d@e.f>\n", &["a@b.c", "d@e.f"]);
    assert_split("Ann <a@b.c> Dee <d@e.f>", &["a@b.c", "d@e.f"]);
    assert_split("<a@b.c><d@e.f>", &["a@b.c", "d@e.f"]);
}

#[test]
fn quotes_protect_separators_in_a_name_in_front_of_an_address() {
    assert_split("\"Last, First\" <a@b.c>", &["a@b.c"]);
    assert_split("\"Last, First\"<a@b.c>", &["a@b.c"]);
    assert_split("\"Last; F. @ Example <x@y.z>\" <a@b.c>", &["a@b.c"]);
    assert_split("\"Last \\\"Nick, Name\\\" First\" <a@b.c>", &["a@b.c"]);
    assert_split("\"Last, F\" <a@b.c>, \"Other, G\" <d@e.f>", &["a@b.c", "d@e.f"]);
    assert_split("g@h.i,\"Last, F\" <a@b.c>", &["g@h.i", "a@b.c"]);
    assert_split("<g@h.i>\"Last, F\" <a@b.c>", &["g@h.i", "a@b.c"]);
}

#[test]
fn quotes_do_not_protect_separators_if_no_address_in_brackets_follows() {
    assert_split("\"Last, First\" a@b.c", &["\"Last", "First\"", "a@b.c"]);
    assert_split("\"Last,\nFirst\" <a@b.c>", &["\"Last", "a@b.c"]);
    assert_split("\"one, two\" <three, four>", &["\"one", "two\"", "<three", "four>"]);
    assert_split("5\" pipe, \"Last, First\" <a@b.c>", &["5\"", "pipe", "a@b.c"]);
    assert_split("\"x\" pipe, \"Last, First\" <a@b.c>", &["\"x\"", "pipe", "a@b.c"]);
    assert_split("\"x, \"Last, First\" <a@b.c>", &["\"x", "a@b.c"]);
}

#[test]
fn a_word_that_is_not_an_address_is_kept_unless_it_is_a_name() {
    assert_split("oncall", &["oncall"]);
    assert_split("oncall, a@b.c", &["oncall", "a@b.c"]);
    assert_split("oncall a@b.c", &["oncall", "a@b.c"]);
    assert_split("oncall, Ann <a@b.c>", &["oncall", "a@b.c"]);
    assert_split("oncall\nAnn <a@b.c>", &["oncall", "a@b.c"]);
    assert_split("<a@b.c> oncall", &["a@b.c", "oncall"]);
}

#[test]
fn an_address_in_front_of_a_named_address_is_not_part_of_the_name() {
    assert_split("g@h.i Ann <a@b.c>", &["g@h.i", "a@b.c"]);
    assert_split("oncall g@h.i Ann <a@b.c>", &["oncall", "g@h.i", "a@b.c"]);
    assert_split("g@h.i <a@b.c>", &["g@h.i", "a@b.c"]);
}

#[test]
fn a_name_that_repeats_the_address_is_dropped() {
    assert_split("a@b.c <a@b.c>", &["a@b.c"]);
    assert_split("A@B.C <a@b.c>", &["a@b.c"]);
    assert_split("'a@b.c' <a@b.c>", &["a@b.c"]);
    assert_split("\"a@b.c\" <a@b.c>", &["a@b.c"]);
    assert_split("a@b.c<mailto:a@b.c>", &["a@b.c"]);
}

#[test]
fn brackets_without_an_address_are_ordinary_text() {
    assert_split("<a@b.c", &["<a@b.c"]);
    assert_split("a@b.c>", &["a@b.c>"]);
    assert_split("Ann <>", &["Ann", "<>"]);
    assert_split("Ann <oncall>", &["Ann", "<oncall>"]);
    assert_split("Ann <@b.c>", &["Ann", "<@b.c>"]);
    assert_split("1 < 2, 3 > 2", &["1", "<", "2", "3", ">", "2"]);
    assert_split("<<a@b.c>", &["a@b.c"]);
    assert_split("<a@b.c, d@e.f>", &["<a@b.c", "d@e.f>"]);
}

#[test]
fn the_scheme_of_a_copied_link_is_dropped() {
    assert_split("mailto:a@b.c", &["a@b.c"]);
    assert_split("MailTo:a@b.c, mailto:d@e.f", &["a@b.c", "d@e.f"]);
    assert_split("Ann <mailto:a@b.c>", &["a@b.c"]);
    assert_split("mailto:", &[]);
    assert_split("mailtö:a@b.c", &["mailtö:a@b.c"]);
}

#[test]
fn links_yield_the_addresses_of_their_recipients() {
    assert_split("mailto:a@b.c?subject=Hello%20there&body=Dear%20a", &["a@b.c"]);
    assert_split("mailto:a@b.c,d@e.f?subject=x", &["a@b.c", "d@e.f"]);
    assert_split("mailto:a@b.c%2Cd@e.f", &["a@b.c", "d@e.f"]);
    assert_split("mailto:on%2Bcall@b.c", &["on+call@b.c"]);
    assert_split("mailto:a%40b.c", &["a@b.c"]);
    assert_split("mailto:?to=a@b.c&cc=d%40e.f&subject=x", &["a@b.c", "d@e.f"]);
    assert_split(
        "mailto:a@b.c?CC=d@e.f,g@h.i&amp;bcc=j@k.l",
        &["a@b.c", "d@e.f", "g@h.i", "j@k.l"],
    );
    assert_split("mailto:a@b.c?subject=Hi,%20Ann;x, d@e.f", &["a@b.c", "d@e.f"]);
    assert_split("<mailto:a@b.c?subject=x>", &["a@b.c"]);
    assert_split("\"mailto:a@b.c?subject=x,y\"", &["a@b.c"]);
    assert_split("mailto:a@b.c%0D%0ABcc:%20d@e.f", &["a@b.c", "Bcc:", "d@e.f"]);
    assert_split("mailto:%FF@b.c", &["%FF@b.c"]);
    assert_split("mailto:?subject=x", &["mailto:?subject=x"]);
    assert_split("on%2Bcall@b.c", &["on%2Bcall@b.c"]);
}

#[test]
fn links_of_markdown_and_chats_yield_each_address_once() {
    assert_split("[Ann](mailto:a@b.c)", &["a@b.c"]);
    assert_split("[a@b.c](mailto:a@b.c)", &["a@b.c"]);
    assert_split("[Ann van Example](mailto:a@b.c?subject=x), d@e.f", &["a@b.c", "d@e.f"]);
    assert_split("[a@b.c](mailto:d@e.f \"Write\")", &["a@b.c", "d@e.f"]);
    assert_split("[a@b.c](https://example.com)", &["a@b.c"]);
    assert_split("[oncall](https://example.com)", &["[oncall]", "(https://example.com)"]);
    assert_split("<mailto:a@b.c|a@b.c>", &["a@b.c"]);
    assert_split("<mailto:a@b.c|Ann>, <a@b.c|Ann>", &["a@b.c", "a@b.c"]);
    assert_split("[Ann|mailto:a@b.c]", &["a@b.c"]);
    assert_split("<a|b@c.d>", &["a|b@c.d"]);
    assert_split("[<a@b.c>]", &["a@b.c"]);
    assert_split("(a@b.c<a@b.c>)", &["a@b.c"]);
}

#[test]
fn a_single_address_input_takes_the_only_address_of_a_text() {
    assert_eq!(single_address("Ann <a@b.c>").as_deref(), Some("a@b.c"));
    assert_eq!(single_address("“a@b.c”").as_deref(), Some("a@b.c"));
    assert_eq!(single_address("a@b.c\n").as_deref(), Some("a@b.c"));
    assert_eq!(single_address("a@b.c"), None);
}

#[test]
fn a_single_address_input_keeps_several_entries_and_their_boundaries() {
    assert_eq!(single_address("a@b.c, d@e.f"), None);
    assert_eq!(single_address("Ann a@b.c"), None);
    assert_eq!(single_address("a@b.c\nd@e.f").as_deref(), Some("a@b.c, d@e.f"));
    assert_eq!(single_address("Ann\ta@b.c").as_deref(), Some("Ann, a@b.c"));
    assert_eq!(single_address(" "), None);
}

#[test]
fn marks_behind_an_incomplete_link_are_removed() {
    assert_eq!(split_addresses("'mailto:,“a@b.c"), ["a@b.c"]);
    assert_eq!(split_addresses("'mailto:,“a@b.c <a@b.c>"), ["a@b.c", "a@b.c"]);
    assert_eq!(split_addresses("(mailto:,mailto:"), ["(mailto:"]);
    assert_eq!(split_addresses("(mailto:,mailto:a@b.c"), ["a@b.c"]);
}

#[test]
fn any_long_text_is_split_in_linear_time() {
    const LENGTH: usize = 1 << 17;
    let pieces = [
        "a",
        "a@b.c,",
        "a ",
        " ",
        "<",
        ">",
        "< ",
        "\"",
        "\" ",
        "\"\" ",
        "\\\"",
        "\"\\",
        "\" <",
        "\" <a ",
        "\"a\" <a,",
        "@",
        "@ <",
        "a@ <",
        "<a@b",
        "<a@b.c>",
        "a <a@b.c> ",
        "\"a\" <a@b.c>",
        "a@b <a@b>",
        "mailto:",
        "<mailto:",
        "，",
        "\n",
        "\"\n",
        "\"< ",
        "(",
        ")",
        "(a) ",
        "((a)",
        "(@",
        "[",
        "[a](",
        "[a](b) ",
        "mailto:a@b?",
        "?",
        "“?",
        "“a@b",
        "*_",
        "a: ",
        "\\(",
    ];
    for piece in pieces {
        let text = piece.repeat(LENGTH / piece.len());
        // A prefix changes which quotation marks and brackets form pairs.
        for prefix in ["", "\""] {
            let begin = Instant::now();
            split_addresses(&format!("{prefix}{text}"));
            // Scanning the rest of the text at every character would take minutes.
            assert!(begin.elapsed() < Duration::from_secs(10), "{prefix:?} and {piece:?}");
        }
    }
}
