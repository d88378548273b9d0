//! The users who are mailed when Production has problems. They are picked, never typed.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    ContactField, Environment,
    draft::MAX_CONTACTS,
    paths::UsersQuery,
    users::{User, UserState},
};
use reactive_stores::Field;

use super::contact_field_shell::{ContactFieldShell, field_signals};
use crate::{
    browser::sleep,
    contact::{field_texts, form::AlertContact, state::ContactFormState},
    i18n::{Text, t, use_i18n},
    session::use_session,
    ui::{Combobox, ComboboxLabels, ComboboxOption, Icon, IconName, RemovableItem},
};

/// How many people one search brings; the next letters narrow it down.
const PAGE_SIZE: u32 = 50;
/// A pause in typing, in milliseconds, after which the backend is asked.
const PAUSE: u32 = 200;

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
    let query = RwSignal::new(String::new());
    let found = search(query, is_locked);
    let options = Signal::derive(move || {
        let users = found.get().unwrap_or_default();
        let is_chosen = |user: &User| value.read().iter().any(|contact| contact.id == user.id);
        users
            .iter()
            .filter(|user| user.state == UserState::Active && !is_chosen(user))
            .map(|user| ComboboxOption {
                value: user.id.clone(),
                label: user.name.clone(),
                detail: user.email.clone(),
                ..ComboboxOption::default()
            })
            .collect::<Vec<_>>()
    });
    let add = move |id: String| {
        let users = found.get_untracked().unwrap_or_default();
        if let Some(user) = users.iter().find(|user| user.id == id) {
            value.update(|contacts| contacts.push(AlertContact::of_user(user)));
        }
        query.set(String::new());
    };
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
    let labels = ComboboxLabels {
        list: t(Text::Users),
        empty: t(Text::UsersNone),
        loading: t(Text::Loading),
        results: Callback::new(move |count| i18n.plural(Text::Results, count, &[])),
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
            </Show>
        </ContactFieldShell>
    }
}

/// The users that fit what is typed; `None` while the backend is being asked. An answer to an
/// older question is dropped.
fn search(query: RwSignal<String>, is_locked: Signal<bool>) -> RwSignal<Option<Vec<User>>> {
    let session = use_session();
    let found = RwSignal::new(None);
    let latest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let account = session.account_id();
        let query = query.get();
        if is_locked.get() || account.is_empty() {
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
                found.set(Some(users.unwrap_or_default()));
            }
        });
    });
    found
}
