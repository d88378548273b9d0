//! Tests that display names in front of an address are dropped.

use crate::assert_split;

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
fn group_names_are_dropped() {
    assert_split("Team: a@b.c, d@e.f;", &["a@b.c", "d@e.f"]);
    assert_split("On call team: Ann <a@b.c>, d@e.f; g@h.i", &["a@b.c", "d@e.f", "g@h.i"]);
    assert_split("Email: a@b.c", &["a@b.c"]);
    assert_split("Team: oncall, a@b.c;", &["Team:", "oncall", "a@b.c"]);
    assert_split("Undisclosed recipients:;", &["Undisclosed", "recipients:"]);
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
