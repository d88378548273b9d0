//! A message in the page.

use leptos::prelude::*;

use crate::ui::icon::{Icon, IconName};

/// The kind of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Information.
    Info,
    /// Success.
    Success,
    /// A warning.
    Warning,
    /// A failure.
    Danger,
}

impl NoticeKind {
    const fn look(self) -> (&'static str, IconName) {
        match self {
            Self::Info => ("notice is-info", IconName::Info),
            Self::Success => ("notice is-success", IconName::Success),
            Self::Warning => ("notice is-warning", IconName::Warning),
            Self::Danger => ("notice is-danger", IconName::Error),
        }
    }
}

/// A message with an icon, a title and, in `children`, what the user can do about it.
#[component]
pub fn Notice(
    /// The kind of message.
    kind: NoticeKind,
    /// The message in one sentence.
    #[prop(into)]
    title: Signal<String>,
    /// True if the page shows nothing else, so that the title is the page's heading.
    #[prop(optional)]
    heading: bool,
    /// Details and buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (class, icon) = kind.look();
    let title = move || title.get();
    let title = if heading {
        view! { <h1 class="notice-title" tabindex="-1">{title}</h1> }.into_any()
    } else {
        view! { <p class="notice-title">{title}</p> }.into_any()
    };
    view! {
        <div class=class>
            <Icon name=icon />
            <div class="notice-content">
                {title}
                {children.map(|children| children())}
            </div>
        </div>
    }
}
