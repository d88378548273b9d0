//! Keeps the mandatory dialog open.
//!
//! No single measure works in every browser: Chromium ignores a prevented `cancel` on the second
//! Escape, Safari lacks `closedby`, and no event comes before `close()`. This module prevents the
//! closings that can be prevented. After any other it shows the dialog again in the same task,
//! before a paint.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlDialogElement, HtmlElement, MutationObserver, MutationObserverInit, Window};

use crate::ui::{
    FirstView, ancestors::window_of, events::key_name, listener::Listener, modal::Modal,
};

/// A guard that keeps a dialog open and modal until it is dropped.
pub(super) struct KeepOpen {
    observer: Option<MutationObserver>,
    // The observer calls this closure, so it must live as long as the observer.
    _on_mutation: Closure<dyn FnMut()>,
    _listeners: [Listener; 2],
    modal: Rc<Modal>,
}

impl KeepOpen {
    /// Opens the dialog and starts to keep it open.
    pub(super) fn on(
        dialog: HtmlDialogElement,
        anchor: HtmlElement,
        title_id: &'static str,
    ) -> Self {
        let refuse_escape = refusal(dialog.clone());
        let modal = Modal::show(dialog.clone(), anchor, title_id, refuse_escape);
        Self::with(dialog, modal)
    }

    /// Starts to keep the dialog of the first view, which is already open.
    pub(super) fn adopt(
        first_view: &FirstView,
        anchor: HtmlElement,
        title_id: &'static str,
    ) -> Self {
        let dialog = first_view.dialog();
        let refuse_escape = refusal(dialog.clone());
        let keep_open =
            Self::with(dialog, Modal::adopt(first_view, anchor, title_id, refuse_escape));
        first_view.release();
        // A closing between the two was seen by neither the loader nor the new listeners.
        keep_open.modal.reopen();
        keep_open
    }

    fn with(dialog: HtmlDialogElement, modal: Modal) -> Self {
        let modal = Rc::new(modal);
        let reopen = {
            let modal = Rc::downgrade(&modal);
            move || {
                if let Some(modal) = modal.upgrade() {
                    modal.reopen();
                }
            }
        };
        let on_mutation = Closure::<dyn FnMut()>::new(reopen.clone());
        let observer = MutationObserver::new(on_mutation.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            let only_open = MutationObserverInit::new();
            only_open.set_attributes(true);
            only_open.set_attribute_filter(&js_sys::Array::of1(&"open".into()));
            let _ = observer.observe_with_options(&dialog, &only_open);
        }
        let listeners = [
            // A file picker inside also fires `cancel`. Preventing that event does no harm.
            Listener::attach(&dialog, "cancel", false, |event| event.prevent_default()),
            Listener::attach(&dialog, "close", false, move |_| reopen()),
        ];
        Self { observer, _on_mutation: on_mutation, _listeners: listeners, modal }
    }
}

impl Drop for KeepOpen {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Returns a function that prevents Escape in the window that the dialog is in at each call.
fn refusal(dialog: HtmlDialogElement) -> impl Fn() {
    let escape = EscapeRefusal::default();
    move || escape.follow(&dialog)
}

/// A listener that prevents the default action of Escape everywhere in the dialog's window.
#[derive(Default)]
struct EscapeRefusal(RefCell<Option<(Window, Listener)>>);

impl EscapeRefusal {
    /// Moves the listener to the window that the dialog is in now.
    fn follow(&self, dialog: &HtmlDialogElement) {
        let window = window_of(dialog);
        if self.0.borrow().as_ref().map(|(window, _)| window) == window.as_ref() {
            return;
        }
        self.0.replace(window.map(|window| {
            // Prevents only the default action, so that a combobox inside still handles its own
            // Escape.
            let listener = Listener::attach(&window, "keydown", true, |event| {
                if key_name(&event).is_some_and(|key| key == "Escape") {
                    event.prevent_default();
                }
            });
            (window, listener)
        }));
    }
}
