//! Finds the users who are to be mailed. Only Production has it, so its code comes on demand.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    ContactField,
    draft::MAX_CONTACTS,
    paths::UsersQuery,
    users::{User, UserState},
};
use reactive_stores::Field;

use super::contact_field_shell::FieldSignals;
use crate::{
    api::ApiError,
    browser::sleep,
    contact::{form::AlertContact, state::ContactFormState},
    i18n::{Text, role_text, t, use_i18n},
    session::use_session,
    ui::{Combobox, ComboboxLabels, ComboboxOption},
};

/// How many people one search brings; the next letters narrow it down.
const PAGE_SIZE: u32 = 50;
/// A pause in typing, in milliseconds, after which the backend is asked.
const PAUSE: u32 = 200;

/// Finds users and adds the chosen one.
pub fn user_picker(
    state: ContactFormState,
    value: Field<Vec<AlertContact>>,
    signals: FieldSignals,
) -> AnyView {
    const FIELD: ContactField = ContactField::AlertContacts;
    let i18n = use_i18n();
    let query = RwSignal::new(String::new());
    let found = search(query);
    let users = move || found.get().and_then(Result::ok).unwrap_or_default();
    let options = Signal::derive(move || {
        let users = users();
        let is_chosen = |user: &User| value.read().iter().any(|contact| contact.id == user.id);
        users
            .iter()
            .filter(|user| user.state == UserState::Active && !is_chosen(user))
            .map(|user| ComboboxOption {
                value: user.id.clone(),
                label: user.name.clone(),
                detail: user.email.clone() + " · " + &i18n.text(role_text(user.role)),
                ..ComboboxOption::default()
            })
            .collect::<Vec<_>>()
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
            on_blur=Callback::new(move |()| state.visit(FIELD))
            loading=Signal::derive(move || found.with(Option::is_none))
            disabled=Signal::derive(move || value.read().len() >= MAX_CONTACTS)
            labels
            placeholder=t(Text::AlertContactsPlaceholder)
            invalid=signals.invalid
            described_by=signals.described_by
        />
    }
    .into_any()
}

/// The users that fit what is typed; `None` while the backend is being asked. An answer to an
/// older question is dropped.
fn search(query: RwSignal<String>) -> RwSignal<Option<Result<Vec<User>, ApiError>>> {
    let session = use_session();
    let found = RwSignal::new(None);
    let latest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let account = session.account_id();
        let query = query.get();
        if account.is_empty() {
            return;
        }
        let question = latest.get_value() + 1;
        latest.set_value(question);
        found.set(None);
        let api = session.api.get_value();
        spawn_local(async move {
            sleep(PAUSE).await;
            // Unmounted, or somebody has typed on.
            if latest.try_get_value() != Some(question) {
                return;
            }
            let query = UsersQuery { query, page_size: PAGE_SIZE, ..UsersQuery::default() };
            let users = api.users(&account, &query).await.map(|page| page.users);
            if latest.try_get_value() == Some(question) {
                found.set(Some(users));
            }
        });
    });
    found
}
