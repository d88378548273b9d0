//! Finds and adds alert contacts.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, input::MAX_CONTACTS};
use reactive_stores::Field;

use super::contact_field_shell::FieldSignals;
use crate::{
    contact::state::{ContactFormState, contact_form::AlertContact},
    i18n::{Text, t, use_i18n},
    ui::{Combobox, ComboboxLabels},
    users::{search_users, user_options},
};

/// Shows a search box that finds users and adds the chosen one.
#[component]
pub fn AlertContactsPicker(
    state: ContactFormState,
    value: Field<Vec<AlertContact>>,
    signals: FieldSignals,
) -> impl IntoView {
    const FIELD: ContactField = ContactField::AlertContacts;
    let i18n = use_i18n();
    let query = RwSignal::new(String::new());
    let found = search_users(query);
    let users = move || found.get().and_then(Result::ok).unwrap_or_default();
    let options = Signal::derive(move || {
        let users = users();
        let is_chosen = |id: &str| value.read().iter().any(|contact| contact.id == id);
        user_options(i18n, &users, is_chosen)
    });
    let add = move |id: String| {
        let users = untrack(users);
        if let Some(user) = users.iter().find(|user| user.id == id) {
            value.update(|contacts| contacts.push(AlertContact::of_user(user)));
        }
        query.set(String::new());
    };
    let labels = ComboboxLabels {
        list: t(Text::Users),
        empty: Signal::derive(move || {
            let has_failed = found.with(|found| matches!(found, Some(Err(_))));
            i18n.text(if has_failed { Text::LoadFailed } else { Text::UsersNone })
        }),
        loading: t(Text::Loading),
        results: Callback::new(move |count| i18n.plural(Text::Results, count, &[])),
    };
    view! {
        <Combobox
            id=FIELD.as_str()
            query
            options
            on_select=Callback::new(add)
            on_blur=Callback::new(move |()| state.shown.show_field(FIELD))
            loading=Signal::derive(move || found.with(Option::is_none))
            disabled=Signal::derive(move || value.read().len() >= MAX_CONTACTS)
            labels
            placeholder=t(Text::AlertContactsPlaceholder)
            required=signals.required
            invalid=signals.invalid
            described_by=signals.described_by
        />
    }
}
