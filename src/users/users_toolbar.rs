//! The search, role filter and order of the list of users, and the *Add user* button.

use leptos::prelude::*;
use partner_portal_contract::users::{Role, UsersSort};

use super::administration::{Administration, Task};
use crate::{
    i18n::{Text, role_text, t, use_i18n},
    ui::{Button, ButtonKind, Icon, IconName, Select, TextInput},
};

/// Id of the search box, which receives the focus when a row is removed.
pub const SEARCH_ID: &str = "users-query";

/// The controls above the list of users.
#[component]
pub fn UsersToolbar(administration: Administration) -> impl IntoView {
    let i18n = use_i18n();
    let pages = administration.pages();
    let roles = Signal::derive(move || {
        let every = (String::new(), i18n.text(Text::EveryRole));
        let role = |role: Role| (role.as_str().to_owned(), i18n.text(role_text(role)));
        std::iter::once(every).chain(Role::ALL.map(role)).collect::<Vec<_>>()
    });
    let chosen_role = Signal::derive(move || {
        pages.role.get().map(|role| role.as_str().to_owned()).unwrap_or_default()
    });
    let orders = Signal::derive(move || {
        let order = |sort: UsersSort| (sort.as_str().to_owned(), i18n.text(sort_text(sort)));
        UsersSort::ALL.map(order).to_vec()
    });
    let order = Signal::derive(move || pages.sort.get().as_str().to_owned());
    let add = move |()| administration.task.set(Some(Task::Add));
    view! {
        <div class="users-search">
            <div class="users-query">
                <label class="field-label" for=SEARCH_ID>{t(Text::SearchUsers)}</label>
                <TextInput
                    id=SEARCH_ID
                    value=pages.query
                    on_input=Callback::new(move |query| pages.query.set(query))
                />
            </div>
            <div>
                <label class="field-label" for="users-role">{t(Text::Role)}</label>
                <Select
                    id="users-role"
                    options=roles
                    value=chosen_role
                    on_change=Callback::new(move |role: String| pages.role.set(Role::parse(&role)))
                />
            </div>
            <div class="users-sort">
                <label class="field-label" for="users-sort">{t(Text::SortBy)}</label>
                <Select
                    id="users-sort"
                    options=orders
                    value=order
                    on_change=Callback::new(move |order: String| {
                        pages.sort.set(UsersSort::parse(&order).unwrap_or_default());
                    })
                />
            </div>
            <Show when=move || administration.is_allowed.get()>
                <Button kind=ButtonKind::Primary on_press=Callback::new(add)>
                    <Icon name=IconName::Add />
                    {t(Text::AddUser)}
                </Button>
            </Show>
        </div>
    }
}

const fn sort_text(sort: UsersSort) -> Text {
    match sort {
        UsersSort::Name => Text::SortName,
        UsersSort::NameDescending => Text::SortNameDescending,
        UsersSort::Role => Text::SortRole,
        UsersSort::RoleDescending => Text::SortRoleDescending,
        UsersSort::State => Text::SortState,
        UsersSort::StateDescending => Text::SortStateDescending,
    }
}
