//! The picker for the user who replaces another as an alert contact.

use leptos::prelude::*;
use partner_portal_contract::users::User;

use crate::{
    i18n::{Text, t, use_i18n},
    reactive::effect,
    ui::{Combobox, ComboboxLabels, FieldShell, described_by},
    users::user_search::{search_users, user_options},
};

/// Finds an active user other than `leaving`. The box shows the name of the chosen user.
#[component]
pub fn ReplacementPicker(
    /// Id of the text box.
    id: &'static str,
    /// Id of the user to be replaced.
    leaving: String,
    /// The chosen user.
    replacement: RwSignal<Option<User>>,
    /// The error to show, if a choice is missing.
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
    // A changed text means that the user is looking for another replacement.
    effect(move || {
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
