//! Shows the page for unknown paths.

use leptos::prelude::*;

use super::page_heading::PageHeading;
use crate::{
    config::use_config,
    i18n::{Text, t},
    routes::{Route, href},
    session::use_session,
};

/// Shows that the page does not exist, with a link to Home.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let session = use_session();
    let config = use_config();
    let home = move || {
        let scope = session.scope();
        config.with_value(|config| href(&config.base_path, Route::Home, &scope))
    };
    view! {
        <div class="page">
            <PageHeading text=t(Text::NotFound) />
            <p class="page-lead">{t(Text::NotFoundBody)}</p>
            <p><a class="link" href=home>{t(Text::NotFoundHome)}</a></p>
        </div>
    }
}
