//! A column header that sorts the list.

use leptos::prelude::*;
use partner_portal_contract::users::UsersSort;

use crate::{
    i18n::{Text, t},
    ui::{Icon, IconName},
};

/// A button that sorts by its column. A second press reverses the order.
#[component]
pub fn SortHeader(
    /// The column's name.
    text: Text,
    /// The sort order of the first press.
    ascending: UsersSort,
    /// The reverse order.
    descending: UsersSort,
    /// The current order.
    sort: RwSignal<UsersSort>,
) -> impl IntoView {
    let direction = move || match sort.get() {
        order if order == ascending => "ascending",
        order if order == descending => "descending",
        _ => "none",
    };
    let press = move || {
        sort.update(|order| *order = if *order == ascending { descending } else { ascending });
    };
    view! {
        <span role="columnheader" class="sort-header" aria-sort=direction>
            <button type="button" class="sort-button" on:click=move |_| press()>
                {t(text)}
                <Icon name=IconName::Chevron />
            </button>
        </span>
    }
}
