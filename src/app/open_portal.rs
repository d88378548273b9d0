//! Shows the open portal: chrome, routes and pages, in a lazy chunk.

use std::rc::Rc;

use leptos::prelude::*;
use leptos_router::{
    components::{Route, Routes},
    path,
};

use super::{app_layout::AppLayout, own_router::OwnRouter};
use crate::{
    browser::prefetch,
    chunk::chunk,
    contact::ContactFormState,
    deferred::{Build, deferred},
    pages::{AccountAndUsersPage, ContactInformationPage, HelpPage, HomePage, NotFoundPage},
    reactive::{effect, memo},
    session::use_session,
};

/// Builds the layout from the announcement about the gate and the form for the pages.
type BuildLayout = fn(RwSignal<String>, ContactFormState) -> AnyView;

chunk! {
    fn layout_chunk() -> BuildLayout, in portal {
        layout
    }
}

/// Shows the layout and its pages once their code has loaded.
pub fn deferred_layout(announcement: RwSignal<String>, form: ContactFormState) -> AnyView {
    deferred(6, move || {
        Box::pin(async move {
            let layout = layout_chunk().await?;
            Ok(Rc::new(move || layout(announcement, form)) as Build)
        })
    })
}

/// Fetches the code once the form is ready to save, so that the page appears as soon as the gate
/// opens.
pub fn prefetch_layout(form: ContactFormState) {
    let is_due = memo(move || form.is_ready_to_save());
    effect(move || {
        if is_due.get() {
            prefetch(async {
                // A failure is shown, with *Retry*, when the code is needed.
                let _ = layout_chunk().await;
            });
        }
    });
}

fn layout(announcement: RwSignal<String>, form: ContactFormState) -> AnyView {
    view! {
        <AppLayout announcement>
            <Pages form />
        </AppLayout>
    }
    .into_any()
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
