//! A message in the page.

use leptos::prelude::*;

use crate::ui::icon::{Icon, IconName};

/// What kind of message it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Worth knowing.
    Info,
    /// Done.
    Success,
    /// Deserves attention.
    Warning,
    /// Failed.
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

/// A message with a picture, a title and what can be done about it.
#[component]
pub fn Notice(
    /// Its kind.
    kind: NoticeKind,
    /// The message in one sentence.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is all that the page says: the title is the page's heading then.
    #[prop(optional)]
    heading: bool,
    /// More about it, and buttons.
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
