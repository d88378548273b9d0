//! The app: what the gate lets be seen.

mod announcements;
mod app_layout;
mod gate_panels;
mod language_select;

use leptos::prelude::*;
use leptos_router::{
    components::{Route, Router, Routes},
    path,
};

use self::{
    announcements::announce_unlocking,
    app_layout::AppLayout,
    gate_panels::{CheckingPanel, SignedOutPanel, UnreachablePanel},
};
use crate::{
    api::Api,
    browser::{TablesLoader, guard_unload},
    config::{PortalEvent, use_config},
    contact::{ContactFormState, RequiredInformationModal},
    i18n::use_i18n,
    pages::{AccountAndUsersPage, ContactInformationPage, HelpPage, HomePage, NotFoundPage},
    session::{Gate, provide_session},
};

/// The whole portal. Expects the configuration and the language in its context.
#[component]
pub fn App(api: Api, tables: TablesLoader) -> impl IntoView {
    let base = use_config().with_value(|config| config.base_path.clone());
    view! {
        <Router base>
            <Portal api tables />
        </Router>
    }
}

#[component]
fn Portal(api: Api, tables: TablesLoader) -> impl IntoView {
    let i18n = use_i18n();
    let config = use_config();
    let session = provide_session(api);
    let form = ContactFormState::new(session, tables);
    form.follow_session();
    guard_unload(form.is_dirty.into());
    let announcement = announce_unlocking(session, form);
    Effect::new(move |was_dirty: Option<bool>| {
        let is_dirty = form.is_dirty.get();
        if was_dirty.unwrap_or(false) != is_dirty {
            config.with_value(|config| config.emit(PortalEvent::Dirty(is_dirty)));
        }
        is_dirty
    });
    let direction = move || if i18n.locale().is_right_to_left() { "rtl" } else { "ltr" };
    let screen = move || match session.gate.get() {
        Gate::Checking => view! { <CheckingPanel /> }.into_any(),
        Gate::SignedOut => view! { <SignedOutPanel has_text=form.is_dirty /> }.into_any(),
        Gate::Unreachable => view! { <UnreachablePanel /> }.into_any(),
        Gate::Locked => view! {
            <AppLayout announcement>
                <CheckingPanel />
            </AppLayout>
            <RequiredInformationModal state=form />
        }
        .into_any(),
        Gate::Open => view! {
            <AppLayout announcement>
                <Pages form />
            </AppLayout>
        }
        .into_any(),
    };
    view! {
        <div class="portal" lang=move || i18n.locale().tag() dir=direction>
            {screen}
        </div>
    }
}

#[component]
fn Pages(form: ContactFormState) -> impl IntoView {
    view! {
        <Routes fallback=|| view! { <NotFoundPage /> }>
            <Route path=path!("/") view=HomePage />
            <Route
                path=path!("/configuration/contact-information")
                view=move || view! { <ContactInformationPage state=form /> }
            />
            <Route path=path!("/configuration/account-and-users") view=AccountAndUsersPage />
            <Route path=path!("/help") view=HelpPage />
        </Routes>
    }
}
