//! A modal dialog that the user can leave.

use leptos::{html, prelude::*};

use crate::reactive::effect;
use web_sys::Event;

use crate::ui::{
    button::{Button, ButtonKind},
    events::{pressed_key, untyped},
    icon::{Icon, IconName},
    modal::Modal,
};

/// A modal with a title, a close button and, in `footer`, its actions. It is open while it is
/// mounted. The focus starts on the element with `data-autofocus`, otherwise on the title. After
/// closing it returns to the element that had it before.
///
/// The dialog may stand inside another dialog. A press on the backdrop does not close it, because
/// that would lose the user's input by accident.
#[component]
pub fn Dialog(
    /// Id of the title element.
    title_id: &'static str,
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// The accessible name of the close button.
    #[prop(into)]
    close_label: Signal<String>,
    /// Called when the user closes the dialog. The owner must then unmount it.
    #[prop(into)]
    on_close: Callback<()>,
    /// Called when the form is submitted. Without this callback the dialog is not a form.
    #[prop(optional, into)]
    on_submit: Option<Callback<()>>,
    /// The action buttons.
    footer: AnyView,
    children: Children,
) -> impl IntoView {
    let (anchor, dialog) = (NodeRef::<html::Span>::new(), NodeRef::<html::Dialog>::new());
    // Dropped with this component's owner, while the element is still in the document. Closing the
    // dialog then returns the focus.
    let modal = StoredValue::new_local(None::<Modal>);
    effect(move || {
        if let (Some(dialog), Some(anchor)) = (dialog.get(), anchor.get()) {
            modal.set_value(Some(Modal::show(dialog, anchor.into(), title_id, || ())));
        }
    });
    let leave = move || {
        // A `close` event can arrive after the owner has unmounted the dialog. Then nothing is left
        // to do.
        let _ = on_close.try_run(());
    };
    let on_keydown = move |event: &Event| {
        if pressed_key(event).is_some_and(|key| key == "Escape") {
            // One Escape closes one thing: a dialog around this one stays open.
            event.prevent_default();
            event.stop_propagation();
            leave();
        }
    };
    let on_cancel = move |event: &Event| {
        // A file picker or another dialog inside this one also fires `cancel`.
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
        // The event arrives late. By then the dialog may be open again, or be closed only because
        // it is not rendered.
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
