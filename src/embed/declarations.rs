//! Tests that the TypeScript declarations match the code. The tests of `session::Gate` check the
//! status of a portal, and `tests/e2e/specs/embedding/package.spec.ts` checks the options, which the
//! loader reads.

use std::collections::BTreeSet;

use partner_portal_contract::Environment;

use crate::config::PortalEvent;

const DECLARATIONS: &str = include_str!("partner-portal.d.ts");

#[test]
fn the_declared_environments_are_those_of_the_contract() {
    let expected: BTreeSet<_> = Environment::ALL.map(Environment::as_str).into();
    let (_, rest) = DECLARATIONS.split_once("export type Environment =").unwrap();
    let declared = rest.split(';').next().unwrap().split('"').skip(1).step_by(2);
    assert_eq!(declared.collect::<BTreeSet<_>>(), expected);
}

#[test]
fn exactly_the_events_of_the_code_are_declared() {
    let events = [
        PortalEvent::Ready,
        PortalEvent::Status { status: "", revision: None },
        PortalEvent::Unlocked,
        PortalEvent::Dirty(true),
        PortalEvent::SessionExpired { initial: true },
        PortalEvent::SignOutRequested,
        PortalEvent::LanguageNotLoaded,
        PortalEvent::AccountNotFound,
        PortalEvent::Navigate { path: String::new() },
    ];
    let expected: BTreeSet<_> = events.iter().map(PortalEvent::name).collect();
    let names = DECLARATIONS
        .lines()
        .filter_map(|line| line.trim().strip_prefix("\"partner-portal:")?.split('"').next());
    assert_eq!(names.collect::<BTreeSet<_>>(), expected);
}
