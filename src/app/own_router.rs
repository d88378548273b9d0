//! The router, without its effects on the surrounding page.

use leptos::prelude::*;

use crate::reactive::effect;
use leptos_router::{
    components::Router,
    location::{BrowserUrl, LocationProvider},
};

use crate::{config::use_config, navigation::Navigation};

/// Lets `<Routes>` among the children match the address of [`Navigation`].
///
/// The router attaches listeners to the window. They take over clicks on every link that begins
/// with the base path, including the host's. They also scroll the page and clear `history.state`.
/// The listeners end when the owner under which they began is cleaned up, so this component cleans
/// it up at once. The values in that owner's context stay, except for the hooks of the router's
/// location, which [`Navigation`] replaces.
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
    // Runs at once for the routes that are about to be built, then at every change of address.
    untrack(&show);
    effect(show);
}
