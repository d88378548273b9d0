//! Observes when the page is hidden, becomes visible, or enters the browser's back/forward cache.

use js_sys::Reflect;
use leptos::prelude::*;
use web_sys::Event;

/// Returns whether the page is hidden because another tab or program is in front.
pub fn is_page_hidden() -> bool {
    document().hidden()
}

/// Runs `react` whenever the page is hidden. Ends with the current owner.
pub fn on_hidden(react: impl Fn() + 'static) {
    listen("visibilitychange", move |_| {
        if is_page_hidden() {
            react();
        }
    });
}

/// Runs `react` whenever the page becomes visible. Ends with the current owner.
pub fn on_seen(react: impl Fn() + 'static) {
    listen("visibilitychange", move |_| {
        if !is_page_hidden() {
            react();
        }
    });
}

/// Runs `react` whenever the page may be gone for good: another tab or program is in front, or the
/// page is left. Only work that `react` starts at once is done. Ends with the current owner.
pub fn on_leaving(react: impl Fn() + Clone + 'static) {
    on_hidden(react.clone());
    listen("pagehide", move |_| react());
}

/// Runs `store` when the page enters the back/forward cache, and `restore` when it leaves it. Ends
/// with the current owner.
pub fn on_page_cache(store: impl Fn() + 'static, restore: impl Fn() + 'static) {
    listen("pagehide", move |event| {
        if is_persisted(&event) {
            store();
        }
    });
    listen("pageshow", move |event| {
        if is_persisted(&event) {
            restore();
        }
    });
}

/// Returns whether the page enters or leaves the cache. An event that a script dispatches may lack
/// this property.
fn is_persisted(event: &Event) -> bool {
    Reflect::get(event, &"persisted".into()).is_ok_and(|persisted| persisted.is_truthy())
}

/// Runs `react` on each event of the window with this name. Ends with the current owner.
pub(super) fn listen(name: &'static str, react: impl Fn(Event) + 'static) {
    let listener = window_event_listener_untyped(name, react);
    on_cleanup(move || listener.remove());
}
