//! Something picked that can be taken away again; it cannot be edited.

use leptos::{html, prelude::*};

use super::{ErrorText, Icon, IconName, focus::focus_by_id_after_render};

/// A list item inside a [`super::FieldShell`]: looks like a chip.
#[component]
pub fn RemovableItem(
    /// What was picked.
    text: String,
    /// More about it, in muted text.
    detail: String,
    /// The id of what is wrong with it.
    error_id: String,
    /// What is wrong with it.
    error: Option<String>,
    /// The name of the button that removes it.
    remove_label: String,
    /// Whether it has to stay.
    #[prop(into)]
    disabled: Signal<bool>,
    /// Removes it.
    #[prop(into)]
    on_remove: Callback<()>,
    /// Id of the control that takes the focus once the item is gone.
    focus_after: &'static str,
) -> impl IntoView {
    let node = NodeRef::<html::Li>::new();
    let remove = move || {
        // The neighbour is found from the field around: neither the item nor an emptied list will
        // be there any more.
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
