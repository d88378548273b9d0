//! What stands where there is nothing to list.

use leptos::prelude::*;

/// Says that there is nothing, why, and what can be done.
#[component]
pub fn EmptyState(
    /// That there is nothing.
    #[prop(into)]
    title: Signal<String>,
    /// Why, or what to do.
    #[prop(optional, into)]
    body: Signal<String>,
    /// Buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <p class="empty-state-title">{move || title.get()}</p>
            <p class="empty-state-body" hidden=move || body.with(String::is_empty)>
                {move || body.get()}
            </p>
            {children.map(|children| children())}
        </div>
    }
}
