//! Announcements for screen readers.

use leptos::prelude::*;

/// Announces its message politely whenever the message changes.
///
/// It must be mounted, empty, before the first message. While a modal is open it must be inside the
/// modal, because screen readers ignore regions outside.
#[component]
pub fn LiveRegion(
    /// The message; empty for none.
    #[prop(into)]
    message: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="visually-hidden" role="status" aria-live="polite">
            {move || message.get()}
        </div>
    }
}
