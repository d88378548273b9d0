//! The panel of one tab.

use leptos::prelude::*;

use crate::ui::tabs::{panel_id, tab_id};

/// Holds the content of the tab with the same id. It stays mounted while hidden, so that
/// nothing typed in it is lost by looking at another tab.
#[component]
pub fn TabPanel(
    /// The id of its tab.
    id: &'static str,
    /// The id of the tab whose panel is shown.
    #[prop(into)]
    selected: Signal<&'static str>,
    children: Children,
) -> impl IntoView {
    view! {
        <div
            class="tab-panel"
            role="tabpanel"
            tabindex="0"
            id=panel_id(id)
            aria-labelledby=tab_id(id)
            hidden=move || selected.get() != id
        >
            {children()}
        </div>
    }
}
