//! What keeps the mandatory dialog open.
//!
//! No single measure holds in every browser: `cancel` loses to a second Escape in Chromium,
//! Safari lacks `closedby`, and no event comes before `close()`. So the ways that can be prevented
//! are prevented, and for the rest the dialog is shown again in the same task, before a paint.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlDialogElement, HtmlElement, MutationObserver, MutationObserverInit, Window};

use crate::ui::{
    FirstView, ancestors::window_of, events::key_name, listener::Listener, modal::Modal,
};

/// Keeps a dialog open and modal until it is dropped.
pub(super) struct Hold {
    observer: Option<MutationObserver>,
    // The observer calls it; it must live as long.
    _on_mutation: Closure<dyn FnMut()>,
    _listeners: [Listener; 2],
    modal: Rc<Modal>,
}

impl Hold {
    /// Opens the dialog and starts to hold it.
    pub(super) fn on(
        dialog: HtmlDialogElement,
        anchor: HtmlElement,
        title_id: &'static str,
    ) -> Self {
        let refuse_escape = refusal(dialog.clone());
        let modal = Modal::show(dialog.clone(), anchor, title_id, refuse_escape);
        Self::with(dialog, modal)
    }

    /// Starts to hold the dialog of the first view, which is open.
    pub(super) fn adopt(
        first_view: &FirstView,
        anchor: HtmlElement,
        title_id: &'static str,
    ) -> Self {
        let dialog = first_view.dialog();
        let refuse_escape = refusal(dialog.clone());
        let hold = Self::with(dialog, Modal::adopt(first_view, anchor, title_id, refuse_escape));
        first_view.release();
        // What has closed it meanwhile was seen by neither of the two.
        hold.modal.reopen();
        hold
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
            // A file picker inside also fires `cancel`; preventing that one does no harm.
            Listener::attach(&dialog, "cancel", false, |event| event.prevent_default()),
            Listener::attach(&dialog, "close", false, move |_| reopen()),
        ];
        Self { observer, _on_mutation: on_mutation, _listeners: listeners, modal }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Refuses Escape in the window that the dialog is in whenever it is called.
fn refusal(dialog: HtmlDialogElement) -> impl Fn() {
    let escape = EscapeRefusal::default();
    move || escape.follow(&dialog)
}

/// Prevents the default of Escape everywhere in the dialog's window.
#[derive(Default)]
struct EscapeRefusal(RefCell<Option<(Window, Listener)>>);

impl EscapeRefusal {
    /// Moves to the window that the dialog is in now.
    fn follow(&self, dialog: &HtmlDialogElement) {
        let window = window_of(dialog);
        if self.0.borrow().as_ref().map(|(window, _)| window) == window.as_ref() {
            return;
        }
        self.0.replace(window.map(|window| {
            // Only the default is prevented: a combobox inside still sees its own Escape.
            let listener = Listener::attach(&window, "keydown", true, |event| {
                if key_name(&event).is_some_and(|key| key == "Escape") {
                    event.prevent_default();
                }
            });
            (window, listener)
        }));
    }
}
