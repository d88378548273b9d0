//! An event listener that is removed when its owner is dropped.
//!
//! Leptos attaches listeners only to elements of its own view. The dialog and the menu also listen
//! on the window and must remove their listeners when they close.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// An event listener that is removed on drop.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    capture: bool,
    handler: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Starts to listen for `name` on `target`, in the capture phase if `capture` is true.
    pub fn attach(
        target: &EventTarget,
        name: &'static str,
        capture: bool,
        handler: impl FnMut(Event) + 'static,
    ) -> Self {
        let handler = Closure::<dyn FnMut(Event)>::new(handler);
        // Adding does not fail for any argument that this module can pass.
        let _ = target.add_event_listener_with_callback_and_bool(
            name,
            handler.as_ref().unchecked_ref(),
            capture,
        );
        Self { target: target.clone(), name, capture, handler }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.name,
            self.handler.as_ref().unchecked_ref(),
            self.capture,
        );
    }
}
