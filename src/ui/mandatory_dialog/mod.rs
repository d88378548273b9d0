//! A modal dialog that the user cannot dismiss.

mod keep_open;

use keep_open::KeepOpen;
use leptos::html::{Dialog, Span};

use crate::reactive::effect;
use leptos::mount::mount_to;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::ui::first_view::{FirstView, first_view, take_first_view};

/// A modal that stays until it is unmounted. Neither Escape, the backdrop, a close request,
/// `close()`, a form, the loss of its `open` attribute nor a move in the document ends it. While it
/// is not rendered, the page around it can be used.
///
/// The ARIA dialog pattern strongly recommends a visible close button. This dialog departs from it
/// on purpose, so its content must offer other exits (support, help, sign out). The focus starts on
/// the element with `data-autofocus`, otherwise on the heading.
#[component]
pub fn MandatoryDialog(
    /// Id of the heading that names the dialog, in `children`.
    title_id: &'static str,
    children: Children,
) -> impl IntoView {
    match first_view() {
        Some(first_view) => adopted_dialog(first_view, title_id, children),
        None => new_dialog(title_id, children),
    }
}

fn new_dialog(title_id: &'static str, children: Children) -> AnyView {
    let (anchor, dialog) = (NodeRef::<Span>::new(), NodeRef::<Dialog>::new());
    // Dropped with this component's owner, which releases the dialog and every listener.
    let keep_open = StoredValue::new_local(None::<KeepOpen>);
    effect(move || {
        if let (Some(dialog), Some(anchor)) = (dialog.get(), anchor.get()) {
            keep_open.set_value(Some(KeepOpen::on(dialog, anchor.into(), title_id)));
        }
    });
    view! {
        <span node_ref=anchor class="dialog-anchor"></span>
        <dialog node_ref=dialog class="dialog" part="modal" closedby="none" aria-labelledby=title_id>
            {children()}
        </dialog>
    }
    .into_any()
}

/// Takes over the dialog that the loader has shown and fills it with the content of this one.
fn adopted_dialog(first_view: FirstView, title_id: &'static str, children: Children) -> AnyView {
    let anchor = NodeRef::<Span>::new();
    let dialog = first_view.dialog();
    let content: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    let view = mount_to(content.clone(), children);
    // The new content now holds the text boxes of the first view.
    take_first_view();
    first_view.replace(&content);
    let keep_open = StoredValue::new_local(None::<KeepOpen>);
    effect(move || {
        if let Some(anchor) = anchor.get() {
            keep_open.set_value(Some(KeepOpen::adopt(&first_view, anchor.into(), title_id)));
        }
    });
    let parts = SendWrapper::new((view, dialog));
    on_cleanup(move || {
        let (view, dialog) = parts.take();
        // This comes first: it closes the dialog and returns the focus.
        keep_open.try_set_value(None);
        drop(view);
        dialog.remove();
    });
    view! { <span node_ref=anchor class="dialog-anchor"></span> }.into_any()
}
