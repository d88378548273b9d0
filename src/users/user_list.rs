//! The users that were found, of which only those in sight are drawn.

use leptos::prelude::*;

use super::{user_pages::UserPages, user_row::UserRow};
use crate::{
    i18n::{Text, t},
    ui::WindowedRows,
};

/// In pixels; `style/users.css` gives the rows the same height.
const ROW_HEIGHT: u32 = 64;

/// A table of users with a head that stays in sight.
#[component]
pub fn UserList(pages: UserPages) -> impl IntoView {
    let count = Signal::derive(move || pages.users.with(Vec::len));
    let row = move |index: usize| {
        // A row can be asked for once more while the list behind it shrinks.
        let user = pages.users.with_untracked(|users| users.get(index).cloned());
        user.map(|user| view! { <UserRow user row_index=index /> }).into_any()
    };
    let row_count = move || (pages.total.get().unwrap_or_default() + 1).to_string();
    view! {
        <div class="user-table" role="table" aria-label=t(Text::Users) aria-rowcount=row_count>
            <div class="user-row user-head" role="row" aria-rowindex="1">
                <div role="columnheader">{t(Text::Name)}</div>
                <div role="columnheader">{t(Text::Email)}</div>
                <div role="columnheader">{t(Text::Role)}</div>
                <div role="columnheader">{t(Text::State)}</div>
            </div>
            <WindowedRows
                row_height=ROW_HEIGHT
                count
                render=Callback::new(row)
                on_near_end=Callback::new(move |()| pages.read_on())
                label=t(Text::Users)
            />
        </div>
    }
}
