//! The app: what the gate lets be seen.

mod announcements;
mod app_layout;
mod gate_panels;
mod open_portal;
mod own_router;

use std::rc::Rc;

use leptos::{html, prelude::*, task::spawn_local};

use self::{
    announcements::{announce_unlocking, once_shown, tell_of_languages},
    gate_panels::{CheckingPanel, SignedOutPanel, UnreachablePanel},
    open_portal::{focus_keeper_chunk, layout_chunk},
};
use crate::{
    api::Api,
    browser::{TablesLoader, guard_unload, idle},
    config::{Config, PortalEvent, use_config},
    contact::{ContactFormState, RequiredInformationModal, keep_drafts},
    deferred::{Build, deferred},
    i18n::use_i18n,
    navigation::Navigation,
    session::{Gate, deferred_invitation_panel, provide_session},
    ui::{LiveRegion, focus_target, untyped},
};

/// The whole portal. Expects the configuration and the language in its context.
#[component]
pub fn App(api: Api, tables: TablesLoader, navigation: Navigation) -> impl IntoView {
    let i18n = use_i18n();
    let config = use_config();
    let session = provide_session(api, tables, navigation);
    let form = ContactFormState::new(session);
    form.follow_session();
    keep_drafts(form);
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
    let root = NodeRef::<html::Div>::new();
    let focus_keeper = StoredValue::new_local(None);
    // What had the focus before its keeper comes.
    let focused = StoredValue::new_local(None);
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            spawn_local(async move {
                idle().await;
                let Ok(keeper_of) = focus_keeper_chunk().await else { return };
                let Some(last) = focused.try_update_value(Option::take) else { return };
                let _ = focus_keeper.try_set_value(keeper_of((*root).clone(), last));
            });
        }
    });
    let page_role = config.with_value(Config::page_role);
    let direction = move || if i18n.locale().is_right_to_left() { "rtl" } else { "ltr" };
    let layout = move |form: Option<ContactFormState>| {
        deferred(6, move || {
            Box::pin(async move {
                if form.is_none() {
                    idle().await;
                }
                let layout = layout_chunk().await?;
                Ok(Rc::new(move || layout(announcement, form)) as Build)
            })
        })
    };
    let screen = move || match session.gate.get() {
        Gate::Checking => {
            view! { <div role=page_role tabindex="-1"><CheckingPanel /></div> }.into_any()
        }
        Gate::SignedOut => view! { <SignedOutPanel has_text=form.is_dirty /> }.into_any(),
        Gate::Invited => deferred_invitation_panel(),
        Gate::Unreachable => view! { <UnreachablePanel /> }.into_any(),
        Gate::Locked => view! {
            {layout(None)}
            <RequiredInformationModal state=form />
        }
        .into_any(),
        Gate::Open => layout(Some(form)),
    };
    view! {
        <div
            class="portal"
            node_ref=root
            lang=move || i18n.locale().tag()
            dir=direction
            on:click=untyped(move |click| navigation.follow(click))
            on:focusin=untyped(move |event| focused.set_value(focus_target(event)))
        >
            <LiveRegion message=spoken />
            {screen}
        </div>
    }
}
