//! Who takes a person's place as an alert contact.

use leptos::prelude::*;
use partner_portal_contract::users::User;

use crate::{
    i18n::{Text, t, use_i18n},
    ui::{Combobox, ComboboxLabels, FieldShell, described_by},
    users::user_search::{search_users, user_options},
};

/// Finds an active user other than `leaving`. What was chosen is named in the box.
#[component]
pub fn ReplacementPicker(
    /// Id of the box.
    id: &'static str,
    /// Id of the person whose place is taken.
    leaving: String,
    /// The chosen person.
    replacement: RwSignal<Option<User>>,
    /// Why somebody has to be chosen.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let query = RwSignal::new(String::new());
    let found = search_users(query);
    let options = Signal::derive(move || {
        let users = found.get().and_then(Result::ok).unwrap_or_default();
        user_options(i18n, &users, |id| id == leaving)
    });
    let choose = move |id: String| {
        let users = found.get_untracked().and_then(Result::ok).unwrap_or_default();
        if let Some(user) = users.into_iter().find(|user| user.id == id) {
            query.set(user.name.clone());
            replacement.set(Some(user));
        }
    };
    // Typing on is looking for somebody else.
    Effect::new(move |_| {
        let text = query.get();
        if replacement.with_untracked(|it| it.as_ref().is_some_and(|user| user.name != text)) {
            replacement.set(None);
        }
    });
    let labels = ComboboxLabels {
        list: t(Text::Users),
        empty: Signal::derive(move || {
            let has_failed = found.with(|found| matches!(found, Some(Err(_))));
            i18n.text(if has_failed { Text::LoadFailed } else { Text::UsersNone })
        }),
        loading: t(Text::Loading),
        results: Callback::new(move |count| i18n.plural(Text::Results, count, &[])),
    };
    let is_invalid = Signal::derive(move || error.with(Option::is_some));
    view! {
        <FieldShell id label=t(Text::Replacement) error>
            <Combobox
                id
                query
                options
                on_select=Callback::new(choose)
                loading=Signal::derive(move || found.with(Option::is_none))
                labels
                placeholder=t(Text::AlertContactsPlaceholder)
                invalid=is_invalid
                described_by=Signal::derive(move || described_by(id, false, is_invalid.get()))
            />
        </FieldShell>
    }
}
