//! The users that were found, of which only those in sight are drawn.

use leptos::prelude::*;

use super::{user_pages::UserPages, user_row::UserRow};
use crate::{
    i18n::{Text, t},
    ui::WindowedRows,
};

/// In CSS pixels, as in `style/users.css`.
const ROW_HEIGHT: u32 = 60;
/// In CSS pixels, where role and state stand below the name.
const NARROW_ROW_HEIGHT: u32 = 92;

/// A table of users with a head that stays in sight.
#[component]
pub fn UserList(pages: UserPages) -> impl IntoView {
    let count = Signal::derive(move || pages.users.with(Vec::len));
    let row = move |index: usize| {
        let user = Memo::new(move |_| pages.users.with(|users| users.get(index).cloned()));
        (move || user.get().map(|user| view! { <UserRow user row_index=index /> })).into_any()
    };
    let total = Signal::derive(move || usize::try_from(pages.total.get()?).ok());
    view! {
        <WindowedRows
            row_height=ROW_HEIGHT
            narrow_row_height=NARROW_ROW_HEIGHT
            count
            total
            render=Callback::new(row)
            on_near_end=Callback::new(move |()| pages.read_on())
            label=t(Text::Users)
        >
            <div class="user-row" role="row" aria-rowindex="1">
                <span role="columnheader">{t(Text::Name)}</span>
                <span role="columnheader">{t(Text::Role)}</span>
                <span role="columnheader">{t(Text::State)}</span>
            </div>
        </WindowedRows>
    }
}
