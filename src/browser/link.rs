//! Reads clicks on links.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement};

/// The modifier keys with which a click opens another tab or window, or downloads.
const MODIFIERS: [&str; 4] = ["altKey", "ctrlKey", "metaKey", "shiftKey"];

/// Returns the target of a click, in the form of [`super::address`], if the browser would open it
/// in place of the current page. Returns `None` for another tab, a download or another origin.
///
/// A script can dispatch an event with the name `click` that is no click. Such an event has no
/// button.
pub fn clicked_address(event: &Event) -> Option<String> {
    let property = |name: &str| Reflect::get(event, &name.into()).unwrap_or_default();
    let is_plain = property("button") == 0
        && !event.default_prevented()
        && !MODIFIERS.iter().any(|modifier| property(modifier).is_truthy());
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    let link = clicked.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let stays = link.target().is_empty()
        && !link.has_attribute("download")
        && Some(link.origin()) == web_sys::window()?.location().origin().ok();
    (is_plain && stays).then(|| link.pathname() + &link.search() + &link.hash())
}
