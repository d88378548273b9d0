//! Icons beside text.

use leptos::prelude::*;

/// The available icons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// Information.
    Info,
    /// Success.
    Success,
    /// Close or remove.
    Close,
    /// A list that opens below.
    Chevron,
    /// A link that leaves the portal.
    External,
    /// The selected entry.
    Check,
    /// Add one.
    Add,
    /// A time.
    Clock,
    /// A value that cannot be changed.
    Lock,
}

impl IconName {
    /// Returns the SVG path, on a grid of 16 units.
    const fn path(self) -> &'static str {
        match self {
            Self::Error => {
                "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5zM8 4.75v4M8 11.2v.05"
            }
            Self::Warning => "M8 2.2 14.4 13.4H1.6zM8 6.4v3.2M8 11.5v.05",
            Self::Info => {
                "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5zM8 7.4v3.8M8 4.8v.05"
            }
            Self::Success => {
                "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5zM5.2 8.2l2 2l3.6-4.2"
            }
            Self::Close => "M4 4l8 8M12 4l-8 8",
            Self::Chevron => "M4 6l4 4l4-4",
            Self::External => "M9.5 2.5h4v4M13.5 2.5l-6 6M7 3.5H2.5v10h10V9",
            Self::Check => "M3 8.5l3.2 3.2L13 4.5",
            Self::Add => "M8 3v10M3 8h10",
            Self::Clock => "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5zM8 4.5V8l2.5 1.5",
            Self::Lock => "M3.5 7h9v6.5h-9zM5.5 7V4.75a2.5 2.5 0 0 1 5 0V7",
        }
    }
}

/// A decorative icon, hidden from screen readers. The meaning must come from the text beside it or
/// from the name of its button.
#[component]
pub fn Icon(
    /// The icon to show.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=name.path() />
        </svg>
    }
}
