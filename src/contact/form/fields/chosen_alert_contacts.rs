//! Shows the picked alert contacts.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, FieldError};
use reactive_stores::Field;

use super::contact_field_shell::entry_errors;
use crate::{
    contact::{
        state::{ContactFormState, contact_form::AlertContact},
        texts::field_texts,
    },
    i18n::{Text, t, use_i18n},
    ui::RemovableItem,
};

/// Shows each picked user with a button that removes it.
#[component]
pub fn ChosenAlertContacts(
    state: ContactFormState,
    value: Field<Vec<AlertContact>>,
    #[prop(into)] is_locked: Signal<bool>,
) -> impl IntoView {
    const FIELD: ContactField = ContactField::AlertContacts;
    let i18n = use_i18n();
    let remove =
        move |id: String| value.update(|contacts| contacts.retain(|contact| contact.id != id));
    let errors = entry_errors(state, FIELD);
    let chosen = move || {
        let errors = errors.get();
        let contacts = value.get();
        let items = contacts.into_iter().enumerate().map(|(index, contact)| {
            let is_own = |error: &&FieldError| error.index == u32::try_from(index).ok();
            let error = errors.iter().find(is_own).map(|error| field_texts::error(i18n, error));
            let label = i18n.with(Text::RemoveAddress, &[("address", &contact.name)]);
            let id = contact.id.clone();
            view! {
                <RemovableItem
                    text=contact.name
                    detail=contact.email
                    error_id=["alert-contact-", &*contact.id, "-error"].concat()
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
        <ul role="list" class="removable-items" aria-label=t(Text::AlertContactsChosen)>{chosen}</ul>
    }
}
