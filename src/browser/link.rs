//! Clicks on links.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement};

/// With these held, a click opens another tab or window, or downloads.
const MODIFIERS: [&str; 4] = ["altKey", "ctrlKey", "metaKey", "shiftKey"];

/// Where a click leads, as [`super::address`] writes it, when the browser would show it in place of
/// this very page: not in another tab, not as a download, not at another origin.
///
/// A script can dispatch an event of that name which is no click; such an event has no button.
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
