use std::sync::atomic::{AtomicU32, Ordering};

use super::*;

const BASE: u64 = 1;

/// Returns a key that no other save has.
fn new_key() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    COUNT.fetch_add(1, Ordering::Relaxed).to_string()
}

fn input(address: &str) -> ContactInformationInput {
    let operational_shared = address.to_owned();
    ContactInformationInput { operational_shared, ..ContactInformationInput::default() }
}

fn saved(revision: u64) -> ContactInformationDocument {
    ContactInformationDocument {
        contact_information: input("a@example.com"),
        alert_contact_users: Vec::new(),
        revision,
        updated_by: None,
        updated_at: None,
    }
}

/// Returns the key of a save of the same values on top of this revision.
fn key(saves: Saves, base_revision: u64) -> String {
    saves.key_for(&input("a@example.com"), Environment::Production, base_revision, new_key)
}

#[test]
fn a_save_without_an_answer_keeps_its_key() {
    let owner = Owner::new();
    owner.set();
    let saves = Saves::default();
    let first = key(saves, BASE);
    assert_eq!(key(saves, BASE), first, "the answer is pending");
    saves.record_answer(&Err(ApiError::Unreachable));
    assert_eq!(key(saves, BASE), first, "the answer was lost");
    assert_eq!(key(saves, BASE + 1), first, "the save may have made this revision");
}

#[test]
fn a_save_with_other_values_or_in_another_environment_gets_a_new_key() {
    let owner = Owner::new();
    owner.set();
    let saves = Saves::default();
    let first = key(saves, BASE);
    let other = input("b@example.com");
    let second = saves.key_for(&other, Environment::Production, BASE, new_key);
    assert_ne!(second, first);
    let third = saves.key_for(&other, Environment::Sandbox, BASE, new_key);
    assert!(![first.clone(), second].contains(&third));
    assert_ne!(key(saves, BASE), first, "only the last save is repeated");
}

#[test]
fn a_refused_save_gets_a_new_key() {
    let owner = Owner::new();
    owner.set();
    let saves = Saves::default();
    let first = key(saves, BASE);
    saves.record_answer(&Err(ApiError::Aborted));
    assert_ne!(key(saves, BASE), first);
}

#[test]
fn the_same_values_are_a_repeated_save_until_something_newer_is_saved() {
    let owner = Owner::new();
    owner.set();
    let saves = Saves::default();
    let first = key(saves, BASE);
    saves.record_answer(&Ok(saved(BASE + 1)));
    assert_eq!(key(saves, BASE + 1), first);
    assert_ne!(key(saves, BASE + 2), first);
}

#[test]
fn another_user_or_account_begins_without_a_save() {
    let owner = Owner::new();
    owner.set();
    let saves = Saves::default();
    let generation = saves.generation();
    let first = key(saves, BASE);
    assert!(!saves.is_outdated(generation));
    saves.begin_generation();
    assert!(saves.is_outdated(generation));
    assert!(!saves.is_outdated(saves.generation()));
    assert_ne!(key(saves, BASE), first);
}
