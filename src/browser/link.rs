//! Clicks on links.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

/// Where a click leads, as [`super::address`] writes it, when the browser would show it in place of
/// this very page: not in another tab, not as a download, not at another origin.
pub fn clicked_address(event: &MouseEvent) -> Option<String> {
    let is_plain = event.button() == 0
        && !(event.default_prevented()
            || event.meta_key()
            || event.ctrl_key()
            || event.alt_key()
            || event.shift_key());
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    let link = clicked.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let stays = link.target().is_empty()
        && !link.has_attribute("download")
        && Some(link.origin()) == web_sys::window()?.location().origin().ok();
    (is_plain && stays).then(|| link.pathname() + &link.search() + &link.hash())
}
