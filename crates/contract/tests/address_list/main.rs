//! Tests that pasted text is split into one entry per address.

mod brackets;
mod links;
mod marks;
mod names;
mod properties;
mod run_time;
mod separators;
mod single_address;

use partner_portal_contract::split_addresses;

#[track_caller]
fn assert_split(text: &str, entries: &[&str]) {
    assert_eq!(split_addresses(text), entries, "{text:?}");
}
