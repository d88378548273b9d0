//! A placeholder for content that is loading.

use leptos::prelude::*;

/// Grey lines in place of the content, with a label for screen readers.
#[component]
pub fn Skeleton(
    /// The number of lines.
    #[prop(default = 3)]
    lines: usize,
    /// The label for screen readers, which names what is loading.
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
