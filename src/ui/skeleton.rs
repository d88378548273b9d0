//! What stands where something loads.

use leptos::prelude::*;

/// Grey lines in the place of content, with a spoken label.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
    /// What is loading.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let lines = (0..lines)
        .map(|_| view! { <span class="skeleton-line" aria-hidden="true"></span> })
        .collect_view();
    view! {
        <div class="skeleton" role="status" aria-busy="true">
            <span class="visually-hidden">{move || label.get()}</span>
            {lines}
        </div>
    }
}
