//! Tests where a text is split, and that nothing typed is lost.

use crate::assert_split;

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
fn several_named_addresses_keep_their_order() {
    assert_split("Ann <a@b.c>, Dee <d@e.f>; g@h.i", &["a@b.c", "d@e.f", "g@h.i"]);
    assert_split("Ann <a@b.c>\nDee <d@e.f>\n", &["a@b.c", "d@e.f"]);
    assert_split("Ann <a@b.c> Dee <d@e.f>", &["a@b.c", "d@e.f"]);
    assert_split("<a@b.c><d@e.f>", &["a@b.c", "d@e.f"]);
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
