//! A short mark beside a name.

use leptos::prelude::*;

/// What a badge's colour adds to its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadgeKind {
    /// Nothing more.
    #[default]
    Neutral,
    /// Worth knowing.
    Info,
    /// Done or active.
    Success,
    /// Waiting for somebody.
    Warning,
    /// Failed or ended.
    Danger,
}

impl BadgeKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "badge",
            Self::Info => "badge is-info",
            Self::Success => "badge is-success",
            Self::Warning => "badge is-warning",
            Self::Danger => "badge is-danger",
        }
    }
}

/// A state or property in a few words. The text alone says it; the colour repeats it.
#[component]
pub fn Badge(
    /// The words.
    #[prop(into)]
    text: Signal<String>,
    /// The colour.
    #[prop(optional, into)]
    kind: Signal<BadgeKind>,
) -> impl IntoView {
    view! { <span class=move || kind.get().class()>{move || text.get()}</span> }
}
