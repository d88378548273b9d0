//! The way to what can only be set in Production.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use partner_portal_contract::Environment;

use crate::{
    i18n::{Text, t},
    routes::{Scope, query},
    session::use_session,
};

/// A link to this very page in Production. What was typed stays.
#[component]
pub fn ProductionLink() -> impl IntoView {
    let session = use_session();
    let path = use_location().pathname;
    let href = move || {
        let scope = Scope { environment: Environment::Production, ..session.scope() };
        path.get() + &query(&scope)
    };
    view! { <a class="link" href=href>{t(Text::GoToProduction)}</a> }
}
