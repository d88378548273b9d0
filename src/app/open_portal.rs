//! The portal around and behind the modal, in a chunk of its own: chrome, routes and pages.

use leptos::prelude::*;
use leptos_router::{
    components::{Route, Routes},
    path,
};

use super::{app_layout::AppLayout, gate_panels::CheckingPanel, own_router::OwnRouter};
use crate::{
    chunk::chunk,
    contact::ContactFormState,
    pages::{AccountAndUsersPage, ContactInformationPage, HelpPage, HomePage, NotFoundPage},
    session::use_session,
};

/// Builds the layout: what just happened at the gate, and the form for the pages; without one, a
/// locked account's layout without any page.
pub type BuildLayout = fn(RwSignal<String>, Option<ContactFormState>) -> AnyView;

chunk! {
    /// The layout's code.
    pub fn layout_chunk() -> BuildLayout, in portal {
        layout
    }
}

fn layout(announcement: RwSignal<String>, form: Option<ContactFormState>) -> AnyView {
    let content = match form {
        Some(form) => {
            // What the pages will need next.
            form.request_code();
            view! { <Pages form /> }.into_any()
        }
        None => view! { <CheckingPanel /> }.into_any(),
    };
    view! { <AppLayout announcement>{content}</AppLayout> }.into_any()
}

#[component]
fn Pages(form: ContactFormState) -> impl IntoView {
    let navigation = use_session().navigation;
    view! {
        <OwnRouter navigation>
            <Routes fallback=|| view! { <NotFoundPage /> }>
                <Route path=path!("/") view=HomePage />
                <Route
                    path=path!("/configuration/contact-information")
                    view=move || view! { <ContactInformationPage state=form /> }
                />
                <Route path=path!("/configuration/account-and-users") view=AccountAndUsersPage />
                <Route path=path!("/help") view=HelpPage />
            </Routes>
        </OwnRouter>
    }
}
