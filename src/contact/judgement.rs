//! What is said of a draft: by which policy it is judged, and how the backend's errors join ours.

use leptos::prelude::*;
use partner_portal_contract::{
    Advice, ContactField, ContactInformationDraft, FieldError, FieldRule, Policy, RequirementState,
};
use reactive_stores::Store;

use super::{
    form::{ContactForm, ContactFormStoreFields},
    state::Base,
};
use crate::{
    browser::{Tables, reference_data},
    session::SessionContext,
};

/// What the backend refused, and why. It holds for a field until the field changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// What was sent.
    pub draft: ContactInformationDraft,
    /// Every error of every field.
    pub errors: Vec<FieldError>,
}

/// The rules for the account, as far as the client knows them: the backend's requirements name
/// them; before they are there, only what is always asked.
pub fn policy(session: SessionContext, base: RwSignal<Option<Base>>) -> Policy {
    let environment = session.environment.get();
    let mut policy = Policy::new(environment, FieldRule::Optional);
    let completion = session.completion().filter(|it| it.environment == environment);
    for requirement in completion.iter().flat_map(|it| &it.requirements) {
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

/// Our own errors, and the backend's for fields that have not changed since it refused them.
pub fn merged(
    mut errors: Vec<FieldError>,
    refusal: Option<Refusal>,
    draft: &ContactInformationDraft,
) -> Vec<FieldError> {
    if let Some(refusal) = refusal {
        let changed = refusal.draft.changed_fields(draft);
        let still_true =
            |error: &FieldError| !changed.contains(&error.field) && !errors.contains(error);
        let refused: Vec<_> = refusal.errors.into_iter().filter(still_true).collect();
        errors.extend(refused);
        errors.sort_by_key(|error| (error.field, error.index));
    }
    errors
}

/// Looks through the fields with addresses; reads no other, so no other wakes it.
pub fn find_advice(
    form: Store<ContactForm>,
    tables: ReadSignal<Option<Tables>, LocalStorage>,
) -> Vec<Advice> {
    let draft = ContactInformationDraft {
        technical_emergency: form.technical_emergency().get(),
        technical_non_emergency: form.technical_non_emergency().get(),
        merchant_issues: form.merchant_issues().get(),
        operational_platform: form.operational_platform().get(),
        operational_shared: form.operational_shared().get(),
        ..ContactInformationDraft::default()
    };
    Advice::on(&draft, reference_data(tables.read().as_ref()))
}
