//! Pasted text becomes one entry an address, and nothing that was typed is lost.

use std::time::{Duration, Instant};

use partner_portal_contract::split_addresses;

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
fn a_full_width_comma_does_not_glue_two_addresses_together() {
    for between in ["，", "、", "；", "､", "؛", "،", "\u{37E}"] {
        assert_split(&format!("a@b.c{between}d@e.f"), &["a@b.c", "d@e.f"]);
    }
}

#[test]
fn empty_pieces_are_dropped() {
    assert_split("", &[]);
    assert_split(" ,;\n\r\n\t，", &[]);
    assert_split(",,a@b.c;;\n", &["a@b.c"]);
}

#[test]
fn the_address_is_taken_out_of_a_name_in_front_of_it() {
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
fn a_comma_between_family_and_given_name_is_a_part_of_the_name() {
    assert_split("Lovelace, Ada <a@b.c>; Byron, George Gordon <d@e.f>", &["a@b.c", "d@e.f"]);
    assert_split("g@h.i; Van Example, Ann <a@b.c>", &["g@h.i", "a@b.c"]);
    assert_split("כהן, דנה <a@b.c>", &["a@b.c"]);
    assert_split("Ann <a@b.c>, Lovelace, Ada <d@e.f>", &["a@b.c", "d@e.f"]);
    assert_split("Ann, Lovelace, Ada <d@e.f>", &["Ann", "d@e.f"]);
    assert_split("Lovelace, Ada g@h.i <a@b.c>", &["Lovelace", "Ada", "g@h.i", "a@b.c"]);
}

#[test]
fn a_comma_that_ends_an_entry_is_no_part_of_a_name() {
    assert_split("Oncall, <a@b.c>", &["Oncall", "a@b.c"]);
    assert_split("Oncall; Ann <a@b.c>", &["Oncall", "a@b.c"]);
    assert_split("Oncall, Ann", &["Oncall", "Ann"]);
    assert_split("G@h.i, Ann <a@b.c>", &["G@h.i", "a@b.c"]);
}

#[test]
fn of_a_row_copied_from_a_sheet_the_address_is_taken() {
    assert_split("Ada L.\t+44 20\ta@b.c\r\nBo\t\td@e.f\r\n", &["a@b.c", "d@e.f"]);
    assert_split("a@b.c\td@e.f\r\ng@h.i\t\r\n", &["a@b.c", "d@e.f", "g@h.i"]);
    assert_split("Ada <a@b.c>\tyes", &["a@b.c"]);
    assert_split("Name\tEmail", &["Name", "Email"]);
}

#[test]
fn an_address_is_taken_out_of_quotation_marks() {
    assert_split("<\"a@b.c\">", &["a@b.c"]);
    assert_split("'mailto:\"a@b.c\"'", &["a@b.c"]);
    assert_split("\"a@b.c\",\"d@e.f\"", &["a@b.c", "d@e.f"]);
    assert_split("'a@b.c'; “d@e.f” ‘g@h.i’", &["a@b.c", "d@e.f", "g@h.i"]);
    assert_split("\"a\"@b.c", &["\"a\"@b.c"]);
    assert_split("\"oncall\"", &["\"oncall\""]);
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
fn quotes_protect_nothing_when_no_address_in_brackets_follows() {
    assert_split("\"Last, First\" a@b.c", &["\"Last", "First\"", "a@b.c"]);
    assert_split("\"a@b.c, d@e.f", &["\"a@b.c", "d@e.f"]);
    assert_split("\"Last,\nFirst\" <a@b.c>", &["\"Last", "a@b.c"]);
    assert_split("\"one, two\" <three, four>", &["\"one", "two\"", "<three", "four>"]);
    assert_split("5\" pipe, \"Last, First\" <a@b.c>", &["5\"", "pipe", "a@b.c"]);
    assert_split("\"x\" pipe, \"Last, First\" <a@b.c>", &["\"x\"", "pipe", "a@b.c"]);
    assert_split("\"x, \"Last, First\" <a@b.c>", &["\"x", "a@b.c"]);
}

#[test]
fn a_word_that_is_no_address_stays_unless_it_is_a_name() {
    assert_split("oncall", &["oncall"]);
    assert_split("oncall, a@b.c", &["oncall", "a@b.c"]);
    assert_split("oncall a@b.c", &["oncall", "a@b.c"]);
    assert_split("oncall, Ann <a@b.c>", &["oncall", "a@b.c"]);
    assert_split("oncall\nAnn <a@b.c>", &["oncall", "a@b.c"]);
    assert_split("<a@b.c> oncall", &["a@b.c", "oncall"]);
    assert_split("a@b.c (on call)", &["a@b.c", "(on", "call)"]);
}

#[test]
fn an_address_in_front_of_a_named_one_is_no_part_of_the_name() {
    assert_split("g@h.i Ann <a@b.c>", &["g@h.i", "a@b.c"]);
    assert_split("oncall g@h.i Ann <a@b.c>", &["oncall", "g@h.i", "a@b.c"]);
    assert_split("g@h.i <a@b.c>", &["g@h.i", "a@b.c"]);
}

#[test]
fn a_name_that_repeats_the_address_is_a_name() {
    assert_split("a@b.c <a@b.c>", &["a@b.c"]);
    assert_split("A@B.C <a@b.c>", &["a@b.c"]);
    assert_split("'a@b.c' <a@b.c>", &["a@b.c"]);
    assert_split("\"a@b.c\" <a@b.c>", &["a@b.c"]);
    assert_split("a@b.c<mailto:a@b.c>", &["a@b.c"]);
}

#[test]
fn brackets_without_an_address_are_text_like_any_other() {
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
fn a_megabyte_of_anything_is_split_in_linear_time() {
    const MEGABYTE: usize = 1 << 20;
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
    ];
    for piece in pieces {
        let text = piece.repeat(MEGABYTE / piece.len());
        // Every prefix shifts which quotation marks and brackets belong together.
        for prefix in ["", "\""] {
            let begin = Instant::now();
            split_addresses(&format!("{prefix}{text}"));
            // A walk over the rest of the text at every character would take many minutes.
            assert!(begin.elapsed() < Duration::from_secs(10), "{prefix:?} and {piece:?}");
        }
    }
}
