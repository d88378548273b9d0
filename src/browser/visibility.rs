//! Whether somebody looks at the page.

use leptos::prelude::*;

/// Runs `react` whenever the page goes out of sight: another tab, another program, closing; ends
/// with the current owner.
pub fn on_hidden(react: impl Fn() + 'static) {
    let listener = window_event_listener_untyped("visibilitychange", move |_| {
        if document().hidden() {
            react();
        }
    });
    on_cleanup(move || listener.remove());
}
