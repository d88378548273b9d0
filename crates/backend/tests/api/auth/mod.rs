//! Tests bearer tokens: settings, keys, claims, and the people whom tokens name.

mod changed_addresses;
mod claims;
mod key_kinds;
mod keys;
mod people;
mod session;
mod settings;
