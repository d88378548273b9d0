//! The users who are mailed when Production has problems. They are picked, never typed.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, Environment};
use reactive_stores::Field;

use super::{
    alert_contacts_picker::deferred_picker,
    contact_field_shell::{ContactFieldShell, field_signals},
};
use crate::{
    contact::{field_texts, form::AlertContact, state::ContactFormState},
    i18n::{Text, t, use_i18n},
    session::use_session,
    ui::{Icon, IconName, RemovableItem},
};

/// *Alert contacts*.
#[component]
pub fn AlertContactsField(
    state: ContactFormState,
    #[prop(into)] value: Field<Vec<AlertContact>>,
) -> impl IntoView {
    const FIELD: ContactField = ContactField::AlertContacts;
    let i18n = use_i18n();
    let session = use_session();
    let signals = field_signals(state, FIELD);
    let is_locked = Signal::derive(move || session.environment.get() != Environment::Production);
    let remove = move |id: String| value.update(|contacts| contacts.retain(|it| it.id != id));
    let chosen = move || {
        let errors = state.errors.get();
        let contacts = value.get();
        let items = contacts.into_iter().enumerate().map(|(index, contact)| {
            let is_own = |error: &&partner_portal_contract::FieldError| {
                error.field == FIELD && error.index == u32::try_from(index).ok()
            };
            let error = errors.iter().find(is_own).map(|error| field_texts::error(i18n, error));
            let label = i18n.with(Text::RemoveAddress, &[("address", &contact.name)]);
            let id = contact.id.clone();
            view! {
                <RemovableItem
                    text=contact.name
                    detail=contact.email
                    error=error
                    remove_label=label
                    disabled=is_locked
                    on_remove=Callback::new(move |()| remove(id.clone()))
                    focus_after=FIELD.as_str()
                />
            }
        });
        items.collect::<Vec<_>>()
    };
    view! {
        <ContactFieldShell field=FIELD error=signals.error>
            <ul class="removable-items" aria-label=t(Text::AlertContactsChosen)>{chosen}</ul>
            <Show
                when=move || !is_locked.get()
                fallback=move || {
                    view! {
                        <p class="locked-control" id=FIELD.as_str() tabindex="-1">
                            <Icon name=IconName::Lock />
                            {t(Text::AvailableInProduction)}
                        </p>
                    }
                }
            >
                {move || deferred_picker(state, value, signals)}
            </Show>
        </ContactFieldShell>
    }
}
