//! A short mark beside a name.

use leptos::prelude::*;

/// The meaning of a badge's colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadgeKind {
    /// No special meaning.
    #[default]
    Neutral,
    /// Information.
    Info,
    /// Done or active.
    Success,
    /// An action is pending.
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

/// A state or property in a few words. The colour only repeats what the text says.
#[component]
pub fn Badge(
    /// The text of the badge.
    #[prop(into)]
    text: Signal<String>,
    /// The colour.
    #[prop(optional, into)]
    kind: Signal<BadgeKind>,
) -> impl IntoView {
    view! { <span class=move || kind.get().class()>{move || text.get()}</span> }
}
