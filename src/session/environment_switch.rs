//! Shows links to the same page in Sandbox and in Production.

use leptos::prelude::*;
use partner_portal_contract::Environment;

use super::use_session;
use crate::{
    i18n::{Text, t},
    routes::Scope,
};

/// Shows a link to each environment and marks the current one.
#[component]
pub fn EnvironmentSwitch() -> impl IntoView {
    let session = use_session();
    let link = move |environment: Environment| {
        let text = match environment {
            Environment::Sandbox => Text::Sandbox,
            Environment::Production => Text::Production,
        };
        let href = move || session.here_in(&Scope { environment, ..session.scope() });
        let is_current = move || (session.environment.get() == environment).then_some("true");
        view! {
            <a
                class="environment"
                href=href
                aria-current=is_current
            >
                {t(text)}
            </a>
        }
    };
    view! {
        <div class="environment-switch" role="group" aria-label=t(Text::Environment)>
            {Environment::ALL.map(link)}
        </div>
    }
}
