//! Shows why the backend refused an action on a user.

use leptos::prelude::*;

use super::refusal_text::refusal;
use crate::{
    api::ApiError,
    i18n::use_i18n,
    ui::{Notice, NoticeKind},
};

/// Shows the reason and announces it at once.
#[component]
pub fn RefusalNotice(
    /// The error; nothing is shown without one.
    #[prop(into)]
    error: Signal<Option<ApiError>>,
    /// The name of the user concerned.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let notice = move || {
        let error = error.get()?;
        let title = Signal::derive(move || refusal(i18n, &error, &name.get()));
        Some(view! { <Notice kind=NoticeKind::Danger title /> })
    };
    view! { <div role="alert">{notice}</div> }
}
