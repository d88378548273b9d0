//! Shows why something could not be done to a user.

use leptos::prelude::*;

use super::refusal_text::refusal;
use crate::{
    api::ApiError,
    i18n::use_i18n,
    ui::{Notice, NoticeKind},
};

/// The reason, spoken as soon as it is there.
#[component]
pub fn RefusalNotice(
    /// Why the backend refused; nothing is shown without it.
    #[prop(into)]
    error: Signal<Option<ApiError>>,
    /// Who it was about.
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
