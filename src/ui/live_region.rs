//! Announcements for screen readers.

use leptos::prelude::*;

/// Speaks its message politely whenever it changes.
///
/// It must be mounted, empty, before the first message, and inside an open modal rather than
/// outside of it: regions outside are silent.
#[component]
pub fn LiveRegion(
    /// What to say; empty for nothing.
    #[prop(into)]
    message: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="visually-hidden" role="status" aria-live="polite">
            {move || message.get()}
        </div>
    }
}
