//! Keeps the focus in the portal when the focused element disappears.
//!
//! Code that removes an element should itself move the focus, because it knows best where the focus
//! belongs. This module is the fallback. Without it, a user who works with the keyboard would have
//! to start again at the top of the page.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement, MutationObserver, MutationObserverInit};

use crate::ui::events::next_focus;
use crate::ui::focus::{focus_in_place, focus_moves_inside, focused_in};
use crate::ui::listener::Listener;

/// The selector for elements that cannot have the focus.
const GONE: &str = "[hidden], [hidden] *, :disabled, dialog:not([open]) *";
/// The selector for elements at the start of a dialog or page.
const HEADINGS: &str = "h1[tabindex], h2[tabindex], main[tabindex]";

/// A guard that keeps the focus inside an element until it is dropped. When the focused element is
/// removed, hidden or disabled, and no other code moves the focus, it goes to the nearest ancestor
/// that can receive it: a group or panel, otherwise the heading of the dialog or page.
pub struct FocusKeeper {
    observer: MutationObserver,
    _listeners: [Listener; 2],
    // The observer calls this closure, so it must live as long as the observer.
    _on_mutation: Closure<dyn FnMut()>,
}

impl FocusKeeper {
    /// Starts to keep the focus inside `root`.
    pub fn of(root: HtmlElement) -> Option<Self> {
        let place = Rc::new(Place { root: root.clone().into(), path: RefCell::default() });
        place.remember(focused_in(&root).filter(|focused| root.contains(Some(focused))));
        let entered = Listener::attach(&root, "focusin", false, {
            let place = Rc::clone(&place);
            move |event| place.enter(&event)
        });
        let left = Listener::attach(&root, "focusout", false, {
            let place = Rc::clone(&place);
            move |event| place.leave(&event)
        });
        let on_mutation = Closure::<dyn FnMut()>::new(move || place.check_if_gone());
        let observer = MutationObserver::new(on_mutation.as_ref().unchecked_ref()).ok()?;
        let changes = MutationObserverInit::new();
        changes.set_child_list(true);
        changes.set_subtree(true);
        changes.set_attribute_filter(&js_sys::Array::of2(&"hidden".into(), &"disabled".into()));
        observer.observe_with_options(&root, &changes).ok()?;
        Some(Self { observer, _listeners: [entered, left], _on_mutation: on_mutation })
    }
}

impl Drop for FocusKeeper {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

struct Place {
    root: Element,
    /// The element that has or had the focus, and its ancestors up to the root. Empty after the
    /// user has moved the focus elsewhere.
    path: RefCell<Vec<HtmlElement>>,
}

impl Place {
    fn enter(&self, event: &Event) {
        self.remember(event.target().map(JsCast::unchecked_into));
    }

    fn remember(&self, focused: Option<Element>) {
        let around = std::iter::successors(focused, |element| element.parent_element());
        let inside = around.take_while(|element| self.root.contains(Some(element)));
        // An unchecked cast, because `instanceof` fails for an element of another window.
        let path = inside.map(JsCast::unchecked_into).collect();
        self.path.replace(path);
    }

    fn leave(self: &Rc<Self>, event: &Event) {
        if next_focus(event).is_none() {
            // The element was removed, or the user focused nothing. The two can be told apart only
            // later.
            self.check_soon();
        } else if !focus_moves_inside(event, &self.root) {
            self.path.take();
        }
    }

    fn check_if_gone(self: &Rc<Self>) {
        if self.path.borrow().first().is_some_and(is_gone) {
            self.check_soon();
        }
    }

    /// Checks in the next frame, because the code that caused the change may still move the focus.
    fn check_soon(self: &Rc<Self>) {
        let place = Rc::clone(self);
        request_animation_frame(move || place.check());
    }

    fn check(&self) {
        let path = self.path.borrow().clone();
        let Some(last) = path.first() else { return };
        let focused = focused_in(&self.root);
        if focused.as_ref().is_some_and(|focused| focused != last.unchecked_ref::<Element>()) {
            return;
        }
        if is_gone(last) {
            // If no target is found, the next change triggers another attempt.
            if let Some(target) = path.iter().find_map(refuge) {
                focus_in_place(&target);
            }
        } else if focused.is_none() {
            self.path.take();
        }
    }
}

fn is_gone(element: &HtmlElement) -> bool {
    !element.is_connected() || element.matches(GONE).unwrap_or(false)
}

/// Returns the element that can receive the focus at, or in, an ancestor of the lost element.
fn refuge(around: &HtmlElement) -> Option<HtmlElement> {
    if is_gone(around) {
        return None;
    }
    if around.has_attribute("tabindex") {
        return Some(around.clone());
    }
    if !around.matches("dialog, main, [lang]").unwrap_or(false) {
        return None;
    }
    around.query_selector(HEADINGS).ok()?.map(JsCast::unchecked_into)
}
