use super::*;
use crate::reactive::memo;

const VISITED: ContactField = ContactField::TechnicalEmergency;
const OTHER: ContactField = ContactField::MerchantIssues;

fn are_shown(shown: ShownErrors) -> [bool; 2] {
    untrack(|| [VISITED, OTHER].map(|field| shown.includes(field)))
}

#[test]
fn a_field_shows_its_errors_once_the_user_has_left_it() {
    let owner = Owner::new();
    owner.set();
    let shown = ShownErrors::default();
    assert_eq!(are_shown(shown), [false, false]);
    shown.show_field(VISITED);
    assert_eq!(are_shown(shown), [true, false]);
    assert!(!untrack(|| shown.is_submitted()));
    assert_eq!(untrack(|| shown.blocked_submits()), 0);
}

#[test]
fn leaving_a_field_again_notifies_no_reader() {
    let owner = Owner::new();
    owner.set();
    let shown = ShownErrors::default();
    let runs = StoredValue::new(0);
    let reader = memo(move || {
        runs.update_value(|runs| *runs += 1);
        shown.includes(OTHER)
    });
    let runs_after = |change: &dyn Fn()| {
        change();
        let _ = reader.get_untracked();
        runs.get_value()
    };
    assert_eq!(runs_after(&|| ()), 1);
    assert_eq!(runs_after(&|| shown.show_field(VISITED)), 2);
    assert_eq!(runs_after(&|| shown.show_field(VISITED)), 2);
    assert_eq!(runs_after(&|| shown.show_all()), 3);
    assert_eq!(runs_after(&|| shown.show_field(OTHER)), 3);
}

#[test]
fn a_submit_shows_every_error_and_blocked_submits_are_counted() {
    let owner = Owner::new();
    owner.set();
    let shown = ShownErrors::default();
    shown.show_all();
    assert_eq!(are_shown(shown), [true, true]);
    assert!(untrack(|| shown.is_submitted()));
    assert_eq!(untrack(|| shown.blocked_submits()), 0);
    shown.count_blocked_submit();
    shown.show_all();
    assert_eq!(untrack(|| shown.blocked_submits()), 1, "the next submit keeps the count");
    shown.count_blocked_submit();
    assert_eq!(untrack(|| shown.blocked_submits()), 2);
}

#[test]
fn a_reset_hides_every_error() {
    let owner = Owner::new();
    owner.set();
    let shown = ShownErrors::default();
    shown.show_field(VISITED);
    shown.count_blocked_submit();
    shown.reset();
    assert_eq!(are_shown(shown), [false, false]);
    assert!(!untrack(|| shown.is_submitted()));
    assert_eq!(untrack(|| shown.blocked_submits()), 0);
}
