//! Derives the account's rules.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, FieldRule, Policy, RequirementState};

use super::base::Base;
use crate::session::SessionContext;

/// Returns the rules as far as the client knows them. They come from the backend's requirements.
/// Until those arrive, the product's own rules apply, with merchant issues optional.
pub fn policy(session: SessionContext, base: RwSignal<Option<Base>>) -> Policy {
    let environment = session.environment.get();
    let mut policy = Policy::new(environment, FieldRule::Optional);
    let completion =
        session.completion().filter(|completion| completion.environment == environment);
    for requirement in completion.iter().flat_map(|completion| &completion.requirements) {
        policy.rules = policy.rules.with(requirement.field, requirement.rule);
        if requirement.field == ContactField::AlertContacts {
            let defers = requirement.state == RequirementState::Deferred;
            policy.rules = policy.rules.deferring_alert_contacts(defers);
        }
    }
    policy.stored_alert_contacts = base.with(|base| {
        base.as_ref()
            .map(|base| base.document.contact_information.alert_contacts.clone())
            .unwrap_or_default()
    });
    policy
}
