//! A dialog that is modal exactly while it is rendered.
//!
//! When a dialog leaves the document, even for an instant, the browser ends its modality but leaves
//! its `open` attribute. When an ancestor hides the dialog, the browser keeps it modal, so the
//! whole page stays inert although nothing is visible. Neither change fires an event.

mod surroundings;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Reflect};
use surroundings::Surroundings;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use crate::ui::{
    FirstView,
    ancestors::ancestors,
    focus::{after_render, first_focus, focus_and_show, focus_in_place, focused_in},
    listener::Listener,
};

/// A guard that keeps a dialog modal while it is rendered and closed while it is not, until it is
/// dropped.
pub(in crate::ui) struct Modal(Rc<ModalState>);

struct ModalState {
    dialog: HtmlDialogElement,
    /// An element beside the dialog that is rendered whenever the dialog could be. The dialog
    /// itself cannot show this, because a closed dialog is never rendered.
    anchor: HtmlElement,
    title_id: &'static str,
    on_show: Box<dyn Fn()>,
    /// True while the dialog stays closed until it is rendered.
    is_suspended: Cell<bool>,
    /// The element that had the focus before the dialog was first shown.
    opener: RefCell<Option<HtmlElement>>,
    /// The element inside the modal dialog that last had the focus.
    focused: RefCell<Option<HtmlElement>>,
    on_focusin: OnceCell<Listener>,
    surroundings: OnceCell<Option<Surroundings>>,
}

impl Modal {
    /// Shows the dialog as soon as it is rendered, and calls `on_show` each time it is shown. The
    /// focus starts on the element with `data-autofocus`, otherwise on the title.
    pub(in crate::ui) fn show(
        dialog: HtmlDialogElement,
        anchor: HtmlElement,
        title_id: &'static str,
        on_show: impl Fn() + 'static,
    ) -> Self {
        Self::keep(dialog, anchor, title_id, None, on_show)
    }

    /// Keeps the dialog of the first view, and calls `on_show` now and each time it is shown. The
    /// focus stays where it is.
    pub(in crate::ui) fn adopt(
        first_view: &FirstView,
        anchor: HtmlElement,
        title_id: &'static str,
        on_show: impl Fn() + 'static,
    ) -> Self {
        on_show();
        let dialog = first_view.dialog();
        // The dialog is already closed if the portal is hidden.
        let is_suspended = !dialog.open();
        let modal = Self::keep(dialog, anchor, title_id, first_view.opener(), on_show);
        modal.0.is_suspended.set(is_suspended);
        modal.0.focused.replace(first_view.focused());
        modal
    }

    fn keep(
        dialog: HtmlDialogElement,
        anchor: HtmlElement,
        title_id: &'static str,
        opener: Option<HtmlElement>,
        on_show: impl Fn() + 'static,
    ) -> Self {
        let state = Rc::new(ModalState {
            dialog,
            anchor,
            title_id,
            on_show: Box::new(on_show),
            is_suspended: Cell::new(true),
            opener: RefCell::new(opener),
            focused: RefCell::default(),
            on_focusin: OnceCell::new(),
            surroundings: OnceCell::new(),
        });
        let weak = Rc::downgrade(&state);
        let with_state = move |run: fn(&ModalState)| {
            if let Some(state) = weak.upgrade() {
                run(&state);
            }
        };
        let remember = with_state.clone();
        state.on_focusin.get_or_init(|| {
            Listener::attach(&state.dialog, "focusin", false, move |_| {
                remember(ModalState::remember);
            })
        });
        let react = with_state.clone();
        state.surroundings.get_or_init(|| {
            Surroundings::observe(&state.anchor, &state.dialog, move || react(ModalState::settle))
        });
        // The view is built before it is inserted into the document.
        after_render(move || with_state(ModalState::settle));
        Self(state)
    }

    /// Returns whether the dialog is closed only until it is rendered again.
    pub(in crate::ui) fn is_suspended(&self) -> bool {
        self.0.is_suspended.get()
    }

    /// Shows a dialog that other code has closed, now or when it is next rendered.
    pub(in crate::ui) fn reopen(&self) {
        if !self.0.dialog.open() {
            self.0.is_suspended.set(true);
        }
        self.0.settle();
    }
}

impl Drop for Modal {
    fn drop(&mut self) {
        let ModalState { dialog, opener, .. } = &*self.0;
        dialog.close();
        // The browser returns the focus only if the dialog was shown only once.
        let focused = focused_in(dialog);
        if focused.is_none_or(|focused| dialog.contains(Some(&focused)))
            && let Some(opener) = opener.take()
        {
            focus_in_place(&opener);
        }
    }
}

impl ModalState {
    /// Makes the dialog modal if it is rendered, and closes it otherwise.
    fn settle(&self) {
        if let Some(surroundings) = self.surroundings.get().and_then(Option::as_ref) {
            surroundings.follow();
        }
        let is_open = self.dialog.open();
        if !is_usable(&self.anchor) {
            if is_open {
                self.is_suspended.set(true);
                self.dialog.close();
            }
        } else if self.is_suspended.get() || (is_open && !is_modal(&self.dialog)) {
            self.open();
        }
    }

    /// Makes the dialog modal and restores the focus, or sets it for the first time.
    fn open(&self) {
        // Opening the dialog moves the focus, so the remembered focus is read first.
        let focused = self.focused.borrow().clone();
        if focused.is_none() {
            self.opener.replace(focused_in(&self.dialog).map(JsCast::unchecked_into));
        }
        if self.dialog.open() {
            // A dialog that is open but not modal cannot become modal.
            self.dialog.close();
        }
        self.is_suspended.set(false);
        let _ = self.dialog.show_modal();
        self.raise_inner();
        match focused.filter(|focused| self.dialog.contains(Some(focused))) {
            Some(focused) => focus_and_show(&focused),
            None => {
                if let Some(first) = first_focus(&self.dialog, self.title_id) {
                    focus_in_place(&first);
                }
            }
        }
        (self.on_show)();
    }

    /// Brings the modal dialogs inside this one back to the front, because the last one shown is on
    /// top.
    fn raise_inner(&self) {
        let Ok(inner) = self.dialog.query_selector_all("dialog:modal") else { return };
        for inner in (0..inner.length()).filter_map(|index| inner.get(index)) {
            let inner: HtmlDialogElement = inner.unchecked_into();
            inner.close();
            let _ = inner.show_modal();
        }
    }

    /// Remembers the focused element. While the dialog is not modal, the focus is not the user's
    /// choice and is ignored.
    fn remember(&self) {
        if is_modal(&self.dialog) {
            self.focused.replace(focused_in(&self.dialog).map(JsCast::unchecked_into));
        }
    }
}

fn is_modal(dialog: &Element) -> bool {
    dialog.matches(":modal").unwrap_or(false)
}

/// Returns whether the element is rendered and no ancestor is inert.
fn is_usable(anchor: &HtmlElement) -> bool {
    is_rendered(anchor) && !ancestors(anchor).any(|around| around.has_attribute("inert"))
}

fn is_rendered(element: &HtmlElement) -> bool {
    let check = Reflect::get(element, &"checkVisibility".into()).unwrap_or_default();
    match check.dyn_into::<Function>() {
        Ok(check) => check.call0(element).is_ok_and(|is_visible| is_visible.is_truthy()),
        // Safari before 17.4.
        Err(_) => element.offset_width() > 0,
    }
}
