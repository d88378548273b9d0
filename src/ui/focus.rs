//! Moves the focus and scrolls elements into view, inside one root.
//!
//! An element is looked up in the root of another element near it, never in the document: several
//! instances of the app, each in its own shadow root, use the same ids.

use leptos::{
    html::Input,
    prelude::{GetUntracked, NodeRef},
    task::{spawn_local, tick},
};
use wasm_bindgen::JsCast;
use web_sys::{
    DocumentFragment, Element, Event, FocusOptions, HtmlElement, Node, ScrollIntoViewOptions,
    ScrollLogicalPosition, ShadowRoot,
};

use crate::ui::ancestors::shadow_host;
use crate::ui::direction::Direction;
use crate::ui::events::next_focus;

/// Returns the element with this id in the same root (shadow root or document) as `near`.
pub fn element_by_id(near: &Element, id: &str) -> Option<HtmlElement> {
    let root = near.get_root_node();
    // Documents and shadow roots both find elements by id. The root of a detached element does not.
    let has_ids = matches!(root.node_type(), Node::DOCUMENT_NODE | Node::DOCUMENT_FRAGMENT_NODE);
    let root = root.unchecked_ref::<DocumentFragment>();
    let found = if has_ids { root.get_element_by_id(id) } else { None };
    found.map(JsCast::unchecked_into)
}

/// Moves the focus to the element with this id in the root of `near` and scrolls it into view.
/// Returns whether the element exists.
///
/// An element that is not focusable by itself, such as a heading, is made focusable by script.
pub fn focus_by_id(near: &Element, id: &str) -> bool {
    let Some(target) = element_by_id(near, id) else { return false };
    focus_and_show(&target);
    true
}

/// Calls [`focus_by_id`] after the pending changes have been rendered, for an element that the same
/// event has caused to appear.
pub fn focus_by_id_after_render(near: Element, id: String) {
    after_render(move || {
        focus_by_id(&near, &id);
    });
}

/// Returns the focused element, as seen from the tree that `near` is in.
pub(in crate::ui) fn focused_in(near: &Element) -> Option<Element> {
    let document = near.owner_document()?;
    let inside = shadow_host(near).map(|_| near.get_root_node().unchecked_into::<ShadowRoot>());
    let focused = inside.and_then(|shadow| shadow.active_element()).or(document.active_element())?;
    let is_body = document.body().is_some_and(|body| **body == *focused);
    (!is_body).then_some(focused)
}

/// Returns whether the element has the focus. When a browser autofills boxes, it dispatches
/// `focus`, `input` and `blur` also to boxes that do not get or lose the focus.
pub(in crate::ui) fn is_focused(element: &Element) -> bool {
    focused_in(element).is_some_and(|focused| focused == *element)
}

/// Returns whether the input still exists and does not have the focus, so that a `blur` was real.
pub(in crate::ui) fn is_left(input: NodeRef<Input>) -> bool {
    input.try_get_untracked().flatten().is_some_and(|input| !is_focused(&input))
}

/// Returns whether the focus that a `focusout` reports as lost moves to another element inside
/// `around`.
pub fn focus_moves_inside(event: &Event, around: &Element) -> bool {
    next_focus(event).is_some_and(|target| around.contains(Some(&target)))
}

/// Scrolls the element into view by the smallest distance, or not at all if it is already visible,
/// so that the host's page does not jump.
pub fn scroll_into_view_if_needed(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Returns the element where the focus of a dialog starts: the one with `data-autofocus`, otherwise
/// the title.
pub(in crate::ui) fn first_focus(dialog: &Element, title_id: &str) -> Option<HtmlElement> {
    let marked = dialog.query_selector("[data-autofocus]").ok().flatten();
    marked.map(JsCast::unchecked_into).or_else(|| element_by_id(dialog, title_id))
}

/// Runs `then` after pending changes of signals have been rendered.
pub(in crate::ui) fn after_render(then: impl FnOnce() + 'static) {
    spawn_local(async move {
        tick().await;
        then();
    });
}

/// Focuses an element and scrolls it into view, without the browser's own scrolling, which moves
/// more than needed.
pub(in crate::ui) fn focus_and_show(target: &HtmlElement) {
    focus_in_place(target);
    scroll_into_view_if_needed(target);
}

/// Focuses an element without scrolling.
pub(in crate::ui) fn focus_in_place(target: &HtmlElement) {
    if target.tab_index() < 0 && !target.has_attribute("tabindex") {
        target.set_tab_index(-1);
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = target.focus_with_options(&options);
}

/// Returns the direction that the portal's own root declares around an element.
pub(in crate::ui) fn direction_around(element: &Element) -> Direction {
    let declared =
        element.closest("[dir]").ok().flatten().and_then(|root| root.get_attribute("dir"));
    if declared.as_deref() == Some("rtl") { Direction::Rtl } else { Direction::Ltr }
}
