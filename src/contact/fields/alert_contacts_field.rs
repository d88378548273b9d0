//! The users who are mailed when Production has problems. They are picked, never typed.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, Environment};
use reactive_stores::Field;

use super::{
    alert_contacts_picker::deferred_picker,
    chosen_alert_contacts::deferred_chosen,
    contact_field_shell::{ContactFieldShell, field_signals},
};
use crate::{
    contact::{form::AlertContact, state::ContactFormState},
    i18n::{Text, t},
    session::use_session,
    ui::{Icon, IconName},
};

/// *Alert contacts*.
#[component]
pub fn AlertContactsField(
    state: ContactFormState,
    #[prop(into)] value: Field<Vec<AlertContact>>,
) -> impl IntoView {
    const FIELD: ContactField = ContactField::AlertContacts;
    let session = use_session();
    let signals = field_signals(state, FIELD);
    let is_locked = Memo::new(move |_| session.environment.get() != Environment::Production);
    let has_chosen = Memo::new(move |_| !value.read().is_empty());
    view! {
        <ContactFieldShell field=FIELD error=signals.error>
            {move || has_chosen.get().then(|| deferred_chosen(state, value, is_locked.into()))}
            {move || {
                if is_locked.get() {
                    view! {
                        <p class="locked-control" id=FIELD.as_str() tabindex="-1">
                            <Icon name=IconName::Lock />
                            {t(Text::AvailableInProduction)}
                        </p>
                    }
                    .into_any()
                } else {
                    deferred_picker(state, value, signals)
                }
            }}
        </ContactFieldShell>
    }
}
