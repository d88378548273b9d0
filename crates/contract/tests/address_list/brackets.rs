//! Tests that addresses are found in brackets and beside comments.

use crate::assert_split;

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
