//! Shows the link to Production.

use leptos::prelude::*;
use partner_portal_contract::Environment;

use crate::{
    i18n::{Text, t},
    routes::Scope,
    session::use_session,
};

/// Shows a link to the current page in Production. Typed text is kept.
#[component]
pub fn ProductionLink() -> impl IntoView {
    let session = use_session();
    let href =
        move || session.here_in(&Scope { environment: Environment::Production, ..session.scope() });
    view! { <a class="link" href=href>{t(Text::GoToProduction)}</a> }
}
