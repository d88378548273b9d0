//! Observes the elements that determine whether a dialog is rendered.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverInit, MutationObserver,
    MutationObserverInit, Node,
};

use crate::ui::ancestors::{ancestors, shadow_host};

/// An observer that calls back when an element may have been moved, hidden, made inert or shown
/// again.
///
/// A mutation observer reports a move before the next paint. No mutation is reported when a style
/// hides an element. An intersection observer reports that, after the frame in which it happens.
pub(super) struct Surroundings {
    anchor: Element,
    mutations: MutationObserver,
    intersections: IntersectionObserver,
    /// The roots that `mutations` observes.
    roots: RefCell<Vec<Node>>,
    // Both observers call this closure, so it must live as long as they do.
    _react: Closure<dyn FnMut()>,
}

impl Surroundings {
    /// Starts to observe the elements around `anchor`, and whether `dialog` is drawn.
    pub(super) fn observe(
        anchor: &Element,
        dialog: &Element,
        react: impl FnMut() + 'static,
    ) -> Option<Self> {
        let react = Closure::<dyn FnMut()>::new(react);
        let callback = react.as_ref().unchecked_ref();
        let mutations = MutationObserver::new(callback).ok()?;
        // The margin makes an anchor far down a long page count as drawn too.
        let options = IntersectionObserverInit::new();
        options.set_root_margin("1000000px");
        let intersections = IntersectionObserver::new_with_options(callback, &options).ok()?;
        intersections.observe(anchor);
        intersections.observe(dialog);
        let roots = RefCell::default();
        let anchor = anchor.clone();
        Some(Self { anchor, mutations, intersections, roots, _react: react })
    }

    /// Observes the roots that the anchor is in now. While the anchor is outside the document, the
    /// document is still observed, so that the anchor's return is noticed.
    pub(super) fn follow(&self) {
        let outermost = shadow_host(&self.anchor).unwrap_or_else(|| self.anchor.clone());
        let mut roots: Vec<Node> = Vec::new();
        let document = outermost.owner_document().map(Node::from);
        for root in ancestors(&outermost).map(|element| element.get_root_node()).chain(document) {
            if !roots.contains(&root) {
                roots.push(root);
            }
        }
        if *self.roots.borrow() == roots {
            return;
        }
        self.mutations.disconnect();
        let changes = MutationObserverInit::new();
        changes.set_child_list(true);
        changes.set_subtree(true);
        changes.set_attribute_filter(&Array::of1(&"inert".into()));
        for root in &roots {
            // Observing does not fail for any options that this function can pass.
            let _ = self.mutations.observe_with_options(root, &changes);
        }
        self.roots.replace(roots);
    }
}

impl Drop for Surroundings {
    fn drop(&mut self) {
        self.mutations.disconnect();
        self.intersections.take_records();
        self.intersections.disconnect();
    }
}
