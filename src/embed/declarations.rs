//! Holds what TypeScript is told against what the code does. `tests/e2e/package.spec.ts` does the same
//! for the options, which the loader reads.

use std::collections::BTreeSet;

use partner_portal_contract::Environment;

use crate::{config::PortalEvent, session::Gate};

const DECLARATIONS: &str = include_str!("partner-portal.d.ts");

/// The texts in quotation marks between `start` and `end`.
fn texts(start: &str, end: &str) -> BTreeSet<&'static str> {
    let (_, rest) = DECLARATIONS.split_once(start).unwrap();
    let (declared, _) = rest.split_once(end).unwrap();
    declared.split('"').skip(1).step_by(2).collect()
}

#[test]
fn a_status_is_a_state_of_the_gate_or_a_failure_of_the_loader() {
    let gates = [Gate::Checking, Gate::Locked, Gate::Open, Gate::Unreachable, Gate::SignedOut];
    let mut expected: BTreeSet<_> = gates.map(Gate::as_str).into();
    expected.insert("failed");
    assert_eq!(texts("export type Status =", ";"), expected);
}

#[test]
fn environments_are_those_of_the_contract() {
    let expected: BTreeSet<_> = Environment::ALL.map(Environment::as_str).into();
    assert_eq!(texts("export type Environment =", ";"), expected);
}

#[test]
fn every_event_is_declared_and_no_other() {
    let events = [
        PortalEvent::Ready,
        PortalEvent::Status { status: "", revision: None },
        PortalEvent::Unlocked,
        PortalEvent::Dirty(true),
        PortalEvent::SessionExpired { initial: true },
        PortalEvent::SignOutRequested,
        PortalEvent::LanguageNotLoaded,
        PortalEvent::Navigate { path: String::new() },
    ];
    let expected: BTreeSet<_> = events.iter().map(PortalEvent::name).collect();
    let names = DECLARATIONS
        .lines()
        .filter_map(|line| line.trim().strip_prefix("\"partner-portal:")?.split('"').next());
    assert_eq!(names.collect::<BTreeSet<_>>(), expected);
}
