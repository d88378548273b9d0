//! Finds the elements around an element, across shadow roots and slots.
//!
//! Kinds of nodes are told apart by `nodeType`, because a node of another window is not an
//! `instanceof` this window's classes.

use std::iter::successors;

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Window};

/// Returns the element and everything that is drawn around it, up to the document's root.
pub(in crate::ui) fn ancestors(element: &Element) -> impl Iterator<Item = Element> {
    successors(Some(element.clone()), |inner| {
        let slot = inner.assigned_slot().map(Element::from);
        slot.or_else(|| inner.parent_element()).or_else(|| shadow_host(inner))
    })
}

/// Returns the host of the shadow root that the element is in.
pub(in crate::ui) fn shadow_host(element: &Element) -> Option<Element> {
    let root = element.get_root_node();
    if root.node_type() != Node::DOCUMENT_FRAGMENT_NODE {
        return None;
    }
    // A fragment that is not a shadow root has no host.
    let host = Reflect::get(&root, &"host".into()).ok()?;
    host.is_truthy().then(|| host.unchecked_into())
}

/// Returns the window whose page the element is part of.
pub(in crate::ui) fn window_of(element: &Element) -> Option<Window> {
    element.owner_document()?.default_view()
}
