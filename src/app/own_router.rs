//! The router, without what it does to the page around it.

use leptos::prelude::*;
use leptos_router::{
    components::Router,
    location::{BrowserUrl, LocationProvider},
};

use crate::{config::use_config, navigation::Navigation};

/// Lets `<Routes>` among the children match the navigation's address.
///
/// The router attaches listeners to the window that take over clicks on any link which begins like
/// the base path, the host's included, scroll the page and clear `history.state`. They end when
/// the owner under which they began is cleaned up. What the router has put into that owner's
/// context stays, except for the hooks of its location: [`Navigation`] is in their place.
#[component]
pub fn OwnRouter(navigation: Navigation, children: Children) -> impl IntoView {
    let base = use_config().with_value(|config| config.base_path.clone());
    let owner = Owner::new();
    let view = owner.with(|| {
        let children = move || {
            if let Some(owner) = Owner::current() {
                owner.cleanup();
            }
            follow(navigation);
            children()
        };
        view! { <Router base>{children()}</Router> }
    });
    on_cleanup(move || owner.cleanup());
    view
}

fn follow(navigation: Navigation) {
    let Some(router) = use_context::<BrowserUrl>() else { return };
    let url = router.as_url().clone();
    let show = move || {
        if let Ok(address) = BrowserUrl::parse(&navigation.address.get()) {
            url.set(address);
        }
    };
    // At once, for the routes that are about to be built, and whenever it changes.
    untrack(&show);
    Effect::new(move |_| show());
}
