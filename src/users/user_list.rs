//! The virtualised list of the users found.

use leptos::prelude::*;
use partner_portal_contract::users::{User, UsersSort};

use super::{administration::Administration, sort_header::SortHeader, user_row::UserRow};
use crate::{
    i18n::{Text, t},
    reactive::memo,
    ui::VirtualList,
};

/// The assumed height of a row in CSS pixels, as in `style/users.css` on a wide page with the
/// default text size.
const ROW_HEIGHT: u32 = 60;

/// A table of users. The header stays visible while the table scrolls.
#[component]
pub fn UserList(administration: Administration) -> impl IntoView {
    let pages = administration.pages();
    let sort = pages.sort;
    let count = Signal::derive(move || pages.users.with(Vec::len));
    let row = move |index: usize| {
        let user = memo(move || pages.users.with(|users| users.get(index).cloned()));
        // A different user at the same index gets a new row. The row of the same user is kept.
        let id = memo(move || user.with(|user| user.as_ref().map(|user| user.id.clone())));
        (move || {
            id.get()?;
            let first = user.get_untracked()?;
            let user = Signal::derive(move || user.get().unwrap_or_else(|| User::clone(&first)));
            Some(view! { <UserRow administration user row_index=index /> })
        })
        .into_any()
    };
    let total = Signal::derive(move || usize::try_from(pages.total.get()?).ok());
    let another_list = Signal::derive(move || {
        pages.query.track();
        pages.role.track();
        pages.sort.track();
    });
    view! {
        <VirtualList
            assumed_row_height=ROW_HEIGHT
            count
            total
            render=Callback::new(row)
            on_near_end=Callback::new(move |()| pages.read_on())
            another_list
            label=t(Text::Users)
        >
            <div class="user-row" role="row" aria-rowindex="1">
                <SortHeader
                    text=Text::Name
                    ascending=UsersSort::Name
                    descending=UsersSort::NameDescending
                    sort
                />
                <SortHeader
                    text=Text::Role
                    ascending=UsersSort::Role
                    descending=UsersSort::RoleDescending
                    sort
                />
                <SortHeader
                    text=Text::State
                    ascending=UsersSort::State
                    descending=UsersSort::StateDescending
                    sort
                />
                <span role="columnheader">
                    {move || {
                        administration
                            .is_allowed
                            .get()
                            .then(|| view! { <span class="visually-hidden">{t(Text::Manage)}</span> })
                    }}
                </span>
            </div>
        </VirtualList>
    }
}
