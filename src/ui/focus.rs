//! Moving focus and bringing things into view, inside one root.
//!
//! An element is looked up in the root of a neighbour, never in the document:
//! several instances of the app, each in its own shadow root, use the same ids.

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

/// The element with this id in the same root (shadow root or document) as `near`.
pub fn element_by_id(near: &Element, id: &str) -> Option<HtmlElement> {
    let root = near.get_root_node();
    // A document finds elements as a shadow root does; an element that is taken out cannot.
    let has_ids = matches!(root.node_type(), Node::DOCUMENT_NODE | Node::DOCUMENT_FRAGMENT_NODE);
    let root = root.unchecked_ref::<DocumentFragment>();
    let found = if has_ids { root.get_element_by_id(id) } else { None };
    found.map(JsCast::unchecked_into)
}

/// Moves focus to the element with this id in the root of `near` and shows it.
///
/// Something that takes no focus by itself, such as a heading, is made focusable by script.
/// Returns whether the element exists.
pub fn focus_by_id(near: &Element, id: &str) -> bool {
    let Some(target) = element_by_id(near, id) else { return false };
    focus_and_show(&target);
    true
}

/// Like [`focus_by_id`], after the changes made so far have reached the document:
/// for something that the same event only just caused to be shown.
pub fn focus_by_id_after_render(near: Element, id: String) {
    after_render(move || {
        focus_by_id(&near, &id);
    });
}

/// Returns what has the focus in the document, seen from the tree that `near` is in.
pub(in crate::ui) fn focused_in(near: &Element) -> Option<Element> {
    let document = near.owner_document()?;
    let inside = shadow_host(near).map(|_| near.get_root_node().unchecked_into::<ShadowRoot>());
    let focused = inside.and_then(|shadow| shadow.active_element()).or(document.active_element())?;
    let is_body = document.body().is_some_and(|body| **body == *focused);
    (!is_body).then_some(focused)
}

/// Whether the element has the focus. What a browser fills in dispatches `focus`, `input` and `blur`
/// at boxes that do not get it or lose it.
pub(in crate::ui) fn is_focused(element: &Element) -> bool {
    focused_in(element).is_some_and(|focused| focused == *element)
}

/// Whether a `blur` says that an input which still exists has lost the focus.
pub(in crate::ui) fn is_left(input: NodeRef<Input>) -> bool {
    input.try_get_untracked().flatten().is_some_and(|input| !is_focused(&input))
}

/// Whether the focus that a `focusout` reports as leaving goes to something else inside `around`.
pub fn focus_moves_inside(event: &Event, around: &Element) -> bool {
    next_focus(event).is_some_and(|target| around.contains(Some(&target)))
}

/// Scrolls as little as needed to show the element, and not at all when it is in view:
/// the host's page must not jump.
pub fn scroll_into_view_if_needed(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Where the focus of a dialog starts: on the element with `data-autofocus`, else on its title.
pub(in crate::ui) fn first_focus(dialog: &Element, title_id: &str) -> Option<HtmlElement> {
    let marked = dialog.query_selector("[data-autofocus]").ok().flatten();
    marked.map(JsCast::unchecked_into).or_else(|| element_by_id(dialog, title_id))
}

/// Runs `then` after pending changes of signals have reached the document.
pub(in crate::ui) fn after_render(then: impl FnOnce() + 'static) {
    spawn_local(async move {
        tick().await;
        then();
    });
}

/// Focuses without the browser's own scrolling, which moves more than needed.
pub(in crate::ui) fn focus_and_show(target: &HtmlElement) {
    focus_in_place(target);
    scroll_into_view_if_needed(target);
}

/// Focuses and leaves every scroll position alone.
pub(in crate::ui) fn focus_in_place(target: &HtmlElement) {
    if target.tab_index() < 0 && !target.has_attribute("tabindex") {
        target.set_tab_index(-1);
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = target.focus_with_options(&options);
}

/// The direction in force around an element, as our own root declares it.
pub(in crate::ui) fn direction_around(element: &Element) -> Direction {
    let declared =
        element.closest("[dir]").ok().flatten().and_then(|root| root.get_attribute("dir"));
    if declared.as_deref() == Some("rtl") { Direction::Rtl } else { Direction::Ltr }
}
