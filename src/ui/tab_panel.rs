//! The panel of one tab.

use leptos::prelude::*;

use crate::ui::tabs::{panel_id, tab_id};

/// Shows the content of the tab with the same id. The content stays mounted while hidden, so that
/// input is not lost when the user visits another tab.
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
