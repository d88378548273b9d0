//! Tests the text that an input for a single address shows.

use partner_portal_contract::address_list::single_address;

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
