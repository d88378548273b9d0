//! A picked item that can be removed but not edited.

use leptos::{html, prelude::*};

use super::{ErrorText, Icon, IconName, focus::focus_by_id_after_render};

/// A list item inside a [`super::FieldShell`], drawn like a chip.
#[component]
pub fn RemovableItem(
    /// The text of the item.
    text: String,
    /// Details, in muted text.
    detail: String,
    /// The id of the error message.
    error_id: String,
    /// The error to show.
    error: Option<String>,
    /// The accessible name of the button that removes the item.
    remove_label: String,
    /// True while the item cannot be removed.
    #[prop(into)]
    disabled: Signal<bool>,
    /// Called when the user removes the item.
    #[prop(into)]
    on_remove: Callback<()>,
    /// Id of the control that receives the focus after the item is removed.
    focus_after: &'static str,
) -> impl IntoView {
    let node = NodeRef::<html::Li>::new();
    let remove = move || {
        // The control is looked up from the enclosing field, because the item, and perhaps the
        // whole list, is removed before the focus moves.
        if let Some(field) = node.get_untracked().and_then(|item| item.closest(".field").ok()?) {
            focus_by_id_after_render(field, focus_after.to_owned());
        }
        on_remove.run(());
    };
    let is_invalid = error.is_some();
    let described_by = is_invalid.then(|| error_id.clone());
    view! {
        <li class="chip removable-item" class:is-invalid=is_invalid node_ref=node>
            <span class="chip-text">
                <bdi>{text}</bdi>
                <bdi class="muted">{detail}</bdi>
            </span>
            <Show when=move || !disabled.get()>
                <button
                    type="button"
                    class="chip-remove"
                    aria-label=remove_label.clone()
                    aria-describedby=described_by.clone()
                    on:click=move |_| remove()
                >
                    <Icon name=IconName::Close />
                </button>
            </Show>
            <ErrorText id=error_id text=Signal::stored(error) />
        </li>
    }
}
