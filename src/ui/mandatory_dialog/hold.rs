//! What keeps the mandatory dialog open.
//!
//! No single measure holds in every browser: `cancel` loses to a second Escape in Chromium,
//! Safari lacks `closedby`, and `close()` asks nobody. So the ways that can be prevented are
//! prevented, and for the rest the dialog is shown again in the same task, before a paint.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlDialogElement, HtmlElement, MutationObserver, MutationObserverInit};

use crate::ui::events::key_name;
use crate::ui::focus::{first_focus, focus_in_place};
use crate::ui::listener::Listener;

/// Keeps a dialog open and modal until it is dropped.
pub(super) struct Hold {
    held: Rc<HeldDialog>,
    listeners: Vec<Listener>,
    observer: Option<MutationObserver>,
    // The observer calls it; it must live as long.
    _on_mutation: Closure<dyn FnMut()>,
}

impl Hold {
    /// Opens the dialog and starts to hold it.
    pub(super) fn on(dialog: HtmlDialogElement, title_id: &'static str) -> Self {
        let held = Rc::new(HeldDialog {
            dialog: dialog.clone(),
            title_id,
            focused: RefCell::new(None),
            released: Cell::new(false),
        });
        held.show();

        let on_mutation = Closure::<dyn FnMut()>::new({
            let held = Rc::clone(&held);
            move || held.show()
        });
        let observer = MutationObserver::new(on_mutation.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            let only_open = MutationObserverInit::new();
            only_open.set_attributes(true);
            only_open.set_attribute_filter(&js_sys::Array::of1(&"open".into()));
            let _ = observer.observe_with_options(&dialog, &only_open);
        }
        let listeners = listeners(&held);
        Self { held, listeners, observer, _on_mutation: on_mutation }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.held.released.set(true);
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        self.listeners.clear();
        self.held.dialog.close();
    }
}

struct HeldDialog {
    dialog: HtmlDialogElement,
    title_id: &'static str,
    /// Where focus was last inside the dialog: closing loses it.
    focused: RefCell<Option<HtmlElement>>,
    released: Cell<bool>,
}

impl HeldDialog {
    /// Makes the dialog modal, unless it is, and puts focus back to where it was.
    fn show(self: &Rc<Self>) {
        if self.released.get() {
            return;
        }
        if !self.dialog.is_connected() {
            // A view can be built before it is inserted, for example while something loads.
            let held = Rc::clone(self);
            request_animation_frame(move || held.show());
            return;
        }
        if self.dialog.open() {
            if self.is_modal() {
                return;
            }
            // Somebody opened it without modality; that state refuses `showModal()`.
            self.dialog.close();
        }
        // Opening moves focus, so what is remembered is taken first.
        let focused = self.focused.borrow().clone();
        let _ = self.dialog.show_modal();
        let target = focused.filter(|target| self.dialog.contains(Some(target)));
        if let Some(target) = target.or_else(|| first_focus(&self.dialog, self.title_id)) {
            focus_in_place(&target);
        }
    }

    fn is_modal(&self) -> bool {
        self.dialog.matches(":modal").unwrap_or(false)
    }
}

fn listeners(held: &Rc<HeldDialog>) -> Vec<Listener> {
    let dialog = &held.dialog;
    let mut listeners = vec![
        // A file picker inside also fires `cancel`; preventing that one does no harm.
        Listener::attach(dialog, "cancel", false, |event| event.prevent_default()),
        Listener::attach(dialog, "close", false, {
            let held = Rc::clone(held);
            move |_| held.show()
        }),
        Listener::attach(dialog, "focusin", false, {
            let held = Rc::clone(held);
            move |event: Event| {
                // What a non-modal opening focuses by itself is not the user's choice.
                if held.is_modal() {
                    let target = event.target().and_then(|target| target.dyn_into().ok());
                    *held.focused.borrow_mut() = target;
                }
            }
        }),
    ];
    if let Some(window) = web_sys::window() {
        // Only the default is prevented: a combobox inside still sees its own Escape.
        listeners.push(Listener::attach(&window, "keydown", true, |event| {
            if key_name(&event).is_some_and(|key| key == "Escape") {
                event.prevent_default();
            }
        }));
    }
    listeners
}
