//! The way to what can only be set in Production.

use leptos::prelude::*;
use partner_portal_contract::Environment;

use crate::{
    i18n::{Text, t},
    routes::Scope,
    session::use_session,
};

/// A link to this very page in Production. What was typed stays.
#[component]
pub fn ProductionLink() -> impl IntoView {
    let session = use_session();
    let href =
        move || session.here_in(&Scope { environment: Environment::Production, ..session.scope() });
    view! { <a class="link" href=href>{t(Text::GoToProduction)}</a> }
}
