//! A modal dialog that the user can leave.

use leptos::{html, prelude::*};
use web_sys::Event;

use crate::ui::{
    button::{Button, ButtonKind},
    events::{pressed_key, untyped},
    icon::{Icon, IconName},
    modal::Modal,
};

/// A modal with a title, a closing button and, in `footer`, what can be done. It is open while it
/// is mounted; focus starts on the element with `data-autofocus`, else on the title, and returns
/// to where it was.
///
/// It may stand inside another dialog. A press beside it does not close it: what was typed would
/// be gone by accident.
#[component]
pub fn Dialog(
    /// Id of its title.
    title_id: &'static str,
    /// Names it.
    #[prop(into)]
    title: Signal<String>,
    /// The name of the closing button.
    #[prop(into)]
    close_label: Signal<String>,
    /// Called when it is to close: the owner unmounts it.
    #[prop(into)]
    on_close: Callback<()>,
    /// Called when its form is submitted; without it, it is no form.
    #[prop(optional, into)]
    on_submit: Option<Callback<()>>,
    /// The buttons.
    footer: AnyView,
    children: Children,
) -> impl IntoView {
    let (anchor, dialog) = (NodeRef::<html::Span>::new(), NodeRef::<html::Dialog>::new());
    // Dropped with this component's owner, while the element is still in the document: closing
    // gives the focus back.
    let modal = StoredValue::new_local(None::<Modal>);
    Effect::new(move || {
        if let (Some(dialog), Some(anchor)) = (dialog.get(), anchor.get()) {
            modal.set_value(Some(Modal::show(dialog, anchor.into(), title_id, || ())));
        }
    });
    let leave = move || {
        // A `close` event comes later than the owner's decision: then nothing is left to do.
        let _ = on_close.try_run(());
    };
    let on_keydown = move |event: &Event| {
        if pressed_key(event).is_some_and(|key| key == "Escape") {
            // One Escape ends one thing: a dialog around this one stays.
            event.prevent_default();
            event.stop_propagation();
            leave();
        }
    };
    let on_cancel = move |event: &Event| {
        // A file picker or another dialog inside also cancels.
        if event.target() == event.current_target() {
            event.prevent_default();
            leave();
        }
    };
    let content = view! {
        <header class="dialog-header">
            <div class="dialog-heading">
                <h2 class="dialog-title" id=title_id tabindex="-1">{move || title.get()}</h2>
                <Button
                    kind=ButtonKind::Quiet
                    label=Signal::derive(move || Some(close_label.get()))
                    on_press=Callback::new(move |()| leave())
                >
                    <Icon name=IconName::Close />
                </Button>
            </div>
        </header>
        <div class="dialog-body">{children()}</div>
        <footer class="dialog-footer">{footer}</footer>
    };
    let content = match on_submit {
        Some(on_submit) => {
            let submit = move |event: &Event| {
                event.prevent_default();
                event.stop_propagation();
                on_submit.run(());
            };
            view! { <form class="dialog-form" novalidate on:submit=untyped(submit)>{content}</form> }
                .into_any()
        }
        None => view! { <div class="dialog-form">{content}</div> }.into_any(),
    };
    let on_closed = move |event: &Event| {
        // It comes late: the dialog may be open again, or closed only while nothing renders it.
        let is_over = dialog.try_get_untracked().flatten().is_some_and(|dialog| !dialog.open())
            && modal.try_with_value(|modal| !modal.as_ref().is_some_and(Modal::is_suspended))
                == Some(true);
        if is_over && event.target() == event.current_target() {
            leave();
        }
    };
    view! {
        <span node_ref=anchor class="dialog-anchor"></span>
        <dialog
            node_ref=dialog
            class="dialog is-small"
            part="dialog"
            aria-labelledby=title_id
            on:keydown=untyped(on_keydown)
            on:cancel={untyped::<Event>(on_cancel)}
            on:close=untyped(on_closed)
        >
            {content}
        </dialog>
    }
}
