//! Tests that links yield the addresses of their recipients.

use crate::assert_split;

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
