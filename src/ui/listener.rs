//! An event listener that ends with its owner.
//!
//! Leptos attaches listeners to elements of its own view only; the dialog and the menu
//! also need the window, and nothing may stay there after they are gone.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Listens until it is dropped.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    capture: bool,
    handler: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Starts to listen for `name` on `target`, in the capture phase when `capture`.
    pub fn attach(
        target: &EventTarget,
        name: &'static str,
        capture: bool,
        handler: impl FnMut(Event) + 'static,
    ) -> Self {
        let handler = Closure::<dyn FnMut(Event)>::new(handler);
        // Adding fails for no argument that this module can pass.
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
