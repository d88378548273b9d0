//! A modal dialog that the user can leave.

use leptos::{html, prelude::*};
use web_sys::{Event, HtmlDialogElement};

use crate::ui::{
    button::{Button, ButtonKind},
    events::{pressed_key, untyped},
    focus::{after_render, first_focus, focus_in_place},
    icon::{Icon, IconName},
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
    let dialog = NodeRef::<html::Dialog>::new();
    // Dropped with this component's owner, while the element is still in the document: closing
    // gives the focus back.
    let shown = StoredValue::new_local(None::<Shown>);
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            shown.set_value(Some(Shown::of(dialog, title_id)));
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
    let on_closed = move |event: &Event| {
        if event.target() == event.current_target() {
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
    view! {
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

/// Keeps a dialog open until it is dropped.
struct Shown(HtmlDialogElement);

impl Shown {
    fn of(dialog: HtmlDialogElement, title_id: &'static str) -> Self {
        let opened = dialog.clone();
        // The view is built before it is inserted.
        after_render(move || {
            if opened.is_connected() && !opened.open() {
                let _ = opened.show_modal();
                if let Some(first) = first_focus(&opened, title_id) {
                    focus_in_place(&first);
                }
            }
        });
        Self(dialog)
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.0.close();
    }
}
