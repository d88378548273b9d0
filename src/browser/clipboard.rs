//! Writes to the clipboard.

use wasm_bindgen_futures::JsFuture;

/// Copies `text` to the clipboard. Returns `false` if the browser or the host's policy does not
/// allow it.
pub async fn copy_text(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // The clipboard is absent on pages that are not served securely.
    let navigator = window.navigator();
    let is_there = js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false)
        && window.is_secure_context();
    is_there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
