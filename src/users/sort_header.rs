//! A column's head by which the list can be sorted.

use leptos::prelude::*;
use partner_portal_contract::users::UsersSort;

use crate::{
    i18n::{Text, t},
    ui::{Icon, IconName},
};

/// Sorts by the column; pressed again, the other way round.
#[component]
pub fn SortHeader(
    /// The column.
    text: Text,
    /// Its usual order.
    ascending: UsersSort,
    /// The other way round.
    descending: UsersSort,
    /// The order in force.
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
