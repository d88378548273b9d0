//! The address bar and the history, which the portal shares with the page around it.

use js_sys::Reflect;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{EventTarget, UrlSearchParams};

/// The address below the origin: path, query and fragment.
pub fn address() -> String {
    let location = window().location();
    let part = |part: Result<String, _>| part.unwrap_or_default();
    part(location.pathname()) + &part(location.search()) + &part(location.hash())
}

/// Shows another address, in a new entry of the history unless `replace`. What the page around us
/// keeps in `history.state` stays, so that its own router still knows the entry.
pub fn write_address(address: &str, replace: bool) {
    let Ok(history) = window().history() else { return };
    let state = history.state().unwrap_or_default();
    // A browser that limits how often this may be done refuses; the page is shown all the same.
    let _ = if replace {
        history.replace_state_with_url(&state, "", Some(address))
    } else {
        history.push_state_with_url(&state, "", Some(address))
    };
}

/// Runs `react` whenever the address has changed, through whomever; ends with the current owner.
///
/// Only the Navigation API tells of the `pushState` of another router. Without it, going back and
/// forth is noticed and the rest is the host's to tell.
pub fn on_address_change(react: impl Fn() + 'static) {
    let window = window();
    let navigation = Reflect::get(&window, &"navigation".into()).unwrap_or_default();
    let (target, name) = match navigation.dyn_into::<EventTarget>() {
        Ok(navigation) => (navigation, "currententrychange"),
        Err(_) => (window.into(), "popstate"),
    };
    let listener = Closure::<dyn Fn()>::new(react);
    let function = listener.as_ref().unchecked_ref();
    // Adding and removing fail for no argument that this function can pass.
    let _ = target.add_event_listener_with_callback(name, function);
    let held = SendWrapper::new((target, listener));
    on_cleanup(move || {
        let (target, listener) = held.take();
        let function = listener.as_ref().unchecked_ref();
        let _ = target.remove_event_listener_with_callback(name, function);
    });
}

/// The value of a parameter of a query.
pub fn parameter(query: &str, name: &str) -> Option<String> {
    UrlSearchParams::new_with_str(query).ok()?.get(name)
}

/// The query with a parameter set.
pub fn with_parameter(query: &str, name: &str, value: &str) -> String {
    match UrlSearchParams::new_with_str(query) {
        Ok(parameters) => {
            parameters.set(name, value);
            String::from(parameters.to_string())
        }
        // The constructor fails for no text.
        Err(_) => query.to_owned(),
    }
}
