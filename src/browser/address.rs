//! Reads and writes the address bar and the history, which the portal shares with the page around
//! it.

use js_sys::Reflect;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{EventTarget, UrlSearchParams};

/// Returns the address without its origin: path, query and fragment.
pub fn address() -> String {
    let location = window().location();
    let part = |part: Result<String, _>| part.unwrap_or_default();
    part(location.pathname()) + &part(location.search()) + &part(location.hash())
}

/// Writes another address, as a new entry of the history unless `replace` is true. Keeps the
/// `history.state` of the page around the portal, so that the page's router still recognises the
/// entry.
pub fn write_address(address: &str, replace: bool) {
    let Ok(history) = window().history() else { return };
    let state = history.state().unwrap_or_default();
    // Browsers that limit the rate of these calls may refuse. The page is shown all the same.
    let _ = if replace {
        history.replace_state_with_url(&state, "", Some(address))
    } else {
        history.push_state_with_url(&state, "", Some(address))
    };
}

/// Runs `react` after each change of the address, whichever code made it. Ends with the current
/// owner.
///
/// Only the Navigation API reports the `pushState` of another router. Without it, only going back
/// and forth is noticed, and the host must report other changes.
pub fn on_address_change(react: impl Fn() + 'static) {
    let window = window();
    let navigation = Reflect::get(&window, &"navigation".into()).unwrap_or_default();
    let (target, name) = match navigation.dyn_into::<EventTarget>() {
        Ok(navigation) => (navigation, "currententrychange"),
        Err(_) => (window.into(), "popstate"),
    };
    let listener = Closure::<dyn Fn()>::new(react);
    let function = listener.as_ref().unchecked_ref();
    // Adding and removing do not fail for any argument that this function can pass.
    let _ = target.add_event_listener_with_callback(name, function);
    let held = SendWrapper::new((target, listener));
    on_cleanup(move || {
        let (target, listener) = held.take();
        let function = listener.as_ref().unchecked_ref();
        let _ = target.remove_event_listener_with_callback(name, function);
    });
}

/// Returns the value of a query parameter.
pub fn parameter(query: &str, name: &str) -> Option<String> {
    UrlSearchParams::new_with_str(query).ok()?.get(name)
}

/// Returns the query with a parameter set.
pub fn with_parameter(query: &str, name: &str, value: &str) -> String {
    match UrlSearchParams::new_with_str(query) {
        Ok(parameters) => {
            parameters.set(name, value);
            String::from(parameters.to_string())
        }
        // The constructor does not fail for any text.
        Err(_) => query.to_owned(),
    }
}
