//! A modal dialog that the user cannot dismiss.

mod hold;

use hold::Hold;
use leptos::html::{Dialog, Span};
use leptos::prelude::*;

/// A modal that stays until it is unmounted: neither Escape, the backdrop, a close request,
/// `close()`, a form, the loss of its `open` attribute nor a move in the document ends it. While it
/// is not rendered, the page around it can be used.
///
/// The ARIA dialog pattern strongly recommends a visible closing element. This dialog departs
/// from it on purpose, so its content must offer the other exits (support, help, sign out).
/// `title_id` names the heading inside it; focus starts on the element with `data-autofocus`,
/// else on that heading.
#[component]
pub fn MandatoryDialog(
    /// Id of the heading that names the dialog, in `children`.
    title_id: &'static str,
    children: Children,
) -> impl IntoView {
    let (anchor, dialog) = (NodeRef::<Span>::new(), NodeRef::<Dialog>::new());
    // Dropped with this component's owner: that releases the dialog and every listener.
    let hold = StoredValue::new_local(None::<Hold>);
    Effect::new(move || {
        if let (Some(dialog), Some(anchor)) = (dialog.get(), anchor.get()) {
            hold.set_value(Some(Hold::on(dialog, anchor.into(), title_id)));
        }
    });
    view! {
        <span node_ref=anchor class="dialog-anchor"></span>
        <dialog node_ref=dialog class="dialog" part="modal" closedby="none" aria-labelledby=title_id>
            {children()}
        </dialog>
    }
}
