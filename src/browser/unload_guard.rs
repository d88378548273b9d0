//! Makes the browser ask before the user leaves a page with unsaved text.

use leptos::prelude::*;

/// Asks before a reload or a closed tab while `unsaved` is true. Ends with the current owner.
pub fn guard_unload(unsaved: Signal<bool>) {
    let listener = window_event_listener_untyped("beforeunload", move |event| {
        if unsaved.get_untracked() {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}
