//! The app: shows the view that belongs to the state of the gate.

mod announcements;
mod app_layout;
mod first_view;
mod frame;
mod gate_panels;
mod open_portal;
mod own_router;

use leptos::prelude::*;
use web_sys::HtmlElement;

use self::{
    announcements::{announce_unlocking, once_shown, tell_of_languages},
    first_view::end_first_view_unless_asked,
    frame::frame,
    gate_panels::{CheckingPanel, SignedOutPanel, UnreachablePanel},
    open_portal::{deferred_layout, prefetch_layout},
};
use crate::{
    api::Api,
    browser::{TablesLoader, guard_unload},
    config::{Config, PortalEvent, use_config},
    contact::{ContactFormState, RequiredInformationModal, follow_session, keep_drafts},
    navigation::Navigation,
    session::{Gate, deferred_invitation_panel, provide_session},
    ui::LiveRegion,
};

/// Shows the whole portal. Expects the configuration and the language in its context.
#[component]
pub fn App(
    api: Api,
    tables: TablesLoader,
    navigation: Navigation,
    /// The element that contains the view. Contains the first view until the app takes it over.
    container: HtmlElement,
) -> impl IntoView {
    let config = use_config();
    let session = provide_session(api, tables, navigation);
    let form = ContactFormState::new(session);
    follow_session(form);
    keep_drafts(form);
    form.load_tables_when_typed();
    prefetch_layout(form);
    guard_unload(form.is_dirty.into());
    let announcement = announce_unlocking(session, form);
    let spoken = once_shown(announcement);
    tell_of_languages();
    Effect::new(move |was_dirty: Option<bool>| {
        let is_dirty = form.is_dirty.get();
        if was_dirty.unwrap_or(false) != is_dirty {
            config.with_value(|config| config.emit(PortalEvent::Dirty(is_dirty)));
        }
        is_dirty
    });
    frame(container, navigation);
    let page_role = config.with_value(Config::page_role);
    let checking = move || {
        view! { <div role=page_role tabindex="-1"><CheckingPanel /></div> }
    };
    let screen = move || {
        let gate = session.gate.get();
        end_first_view_unless_asked(session, gate);
        match gate {
            Gate::Checking => checking().into_any(),
            Gate::SignedOut => view! { <SignedOutPanel has_text=form.is_dirty /> }.into_any(),
            Gate::Invited => deferred_invitation_panel(),
            Gate::Unreachable => view! { <UnreachablePanel /> }.into_any(),
            Gate::Locked => view! {
                {checking()}
                <RequiredInformationModal state=form />
            }
            .into_any(),
            Gate::Open => deferred_layout(announcement, form),
        }
    };
    view! {
        <LiveRegion message=spoken />
        {screen}
    }
}
