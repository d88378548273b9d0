//! The message in place of an empty list.

use leptos::prelude::*;

/// Says that a list is empty, why, and what the user can do.
#[component]
pub fn EmptyState(
    /// The statement that the list is empty.
    #[prop(into)]
    title: Signal<String>,
    /// The reason, or what the user can do.
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
