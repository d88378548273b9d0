//! Search and list of the account's users: the same in the modal and on the page.

use leptos::prelude::*;
use partner_portal_contract::users::Role;

use super::{user_list::UserList, user_pages::UserPages};
use crate::{
    i18n::{Text, role_text, t, use_i18n},
    session::use_session,
    ui::{Button, EmptyState, LiveRegion, Notice, NoticeKind, Select, Skeleton, TextInput},
};

/// The account's users.
#[component]
pub fn UsersPanel() -> impl IntoView {
    let i18n = use_i18n();
    let pages = UserPages::new(use_session());
    let count_text = Signal::derive(move || {
        let total = pages.total.get()?;
        Some(i18n.plural(Text::UserCount, usize::try_from(total).unwrap_or(usize::MAX), &[]))
    });
    let roles = Signal::derive(move || {
        let every = (String::new(), i18n.text(Text::EveryRole));
        let role = |role: Role| (role.as_str().to_owned(), i18n.text(role_text(role)));
        std::iter::once(every).chain(Role::ALL.map(role)).collect::<Vec<_>>()
    });
    let chosen_role = Signal::derive(move || {
        pages.role.get().map(|role| role.as_str().to_owned()).unwrap_or_default()
    });
    let shown = Memo::new(move |_| match (pages.failure.get(), pages.total.get()) {
        (Some(_), _) => Shown::Failure,
        (None, None) => Shown::Loading,
        (None, Some(0)) => Shown::Nobody,
        (None, Some(_)) => Shown::List,
    });
    let list = move || match shown.get() {
        Shown::List => view! { <UserList pages /> }.into_any(),
        Shown::Nobody => {
            view! { <EmptyState title=t(Text::UsersNone) body=t(Text::UsersNoneBody) /> }.into_any()
        }
        Shown::Loading => view! { <Skeleton lines=6 label=t(Text::Loading) /> }.into_any(),
        Shown::Failure => view! {
            <Notice kind=NoticeKind::Danger title=t(Text::LoadFailed)>
                <Button on_press=Callback::new(move |()| pages.retry())>{t(Text::Retry)}</Button>
            </Notice>
        }
        .into_any(),
    };
    view! {
        <div class="users">
            <div class="users-search">
                <div class="users-query">
                    <label class="field-label" for="users-query">{t(Text::SearchUsers)}</label>
                    <TextInput
                        id="users-query"
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
            </div>
            <p class="users-count muted">{move || count_text.get()}</p>
            <LiveRegion message=Signal::derive(move || count_text.get().unwrap_or_default()) />
            {list}
        </div>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Loading,
    List,
    Nobody,
    Failure,
}
