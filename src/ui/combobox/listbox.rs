//! The list of entries below a combobox.

use leptos::html::Div;

use crate::reactive::{effect, memo};
use leptos::prelude::*;
use web_sys::Event;

use super::ids::{listbox_id, option_id};
use super::state::ComboboxState;
use crate::ui::attributes::{true_or_absent, true_or_false};
use crate::ui::events::untyped;
use crate::ui::focus::after_render;
use crate::ui::icon::{Icon, IconName};
use crate::ui::keyed_list::KeyedList;
use crate::ui::virtual_list::{as_u32, pixels, px};

/// Renders the entries in view. The focus stays in the text box, which refers to the active entry.
#[component]
pub(super) fn Listbox(
    id: StoredValue<String>,
    state: ComboboxState,
    label: Signal<String>,
    detail_of: Option<Callback<String, String>>,
    node_ref: NodeRef<Div>,
) -> impl IntoView {
    let rendered = memo(move || state.rendered());
    let count = move || state.options.with(Vec::len);
    let height = move || px(state.row_height.get().saturating_mul(as_u32(count())));
    let offset = move || {
        let top = state.row_height.get().saturating_mul(as_u32(rendered.get().start));
        ["translateY(", &px(top), ")"].concat()
    };
    let has_entries = memo(move || count() > 0);
    effect(move || {
        if has_entries.get() {
            after_render(move || measure(state, node_ref));
        }
    });
    let keys = Signal::derive(move || rendered.get().map(as_u32).collect());
    let entry = Callback::new(move |key: u32| {
        view! { <Entry id state index=key as usize detail_of /> }.into_any()
    });
    view! {
        <div
            node_ref=node_ref
            class="combobox-list"
            role="listbox"
            id=listbox_id(id)
            aria-label=move || label.get()
            hidden=move || count() == 0
            // A press must not move the focus out of the text box, because that would close the
            // list.
            on:mousedown=untyped(Event::prevent_default)
            on:scroll=move |_| {
                if let Some(list) = node_ref.get_untracked() {
                    state.scroll_top.set(pixels(list.scroll_top()));
                }
            }
        >
            <div role="presentation" style:block-size=height>
                <div role="presentation" style:transform=offset>
                    <KeyedList keys entry />
                </div>
            </div>
        </div>
    }
}

fn measure(state: ComboboxState, list: NodeRef<Div>) {
    let list = list.try_get_untracked().flatten();
    let entry = list.and_then(|list| list.query_selector("[role=option]").ok().flatten());
    let height = entry.map_or(0, |entry| pixels(entry.client_height()));
    if height > 0 && height != state.row_height.get_untracked() {
        state.row_height.set(height);
    }
}

/// One entry, which shows whichever option currently has its index.
#[component]
fn Entry(
    id: StoredValue<String>,
    state: ComboboxState,
    index: usize,
    detail_of: Option<Callback<String, String>>,
) -> impl IntoView {
    let option =
        memo(move || state.options.with(|options| options.get(index).cloned()).unwrap_or_default());
    let is_active = move || state.active.get() == Some(index);
    let disabled = Signal::derive(move || option.with(|option| option.disabled));
    let is_selected = move || option.with(|option| option.selected);
    // In a single-choice list only one entry can be selected. While an entry is active, it is the
    // one that Enter would choose, so it is announced as selected.
    let is_spoken_as_selected = move || match state.active.get() {
        Some(active) => active == index,
        None => is_selected(),
    };
    let label = memo(move || option.with(|option| option.label.clone()));
    let detail = memo(move || match detail_of {
        Some(detail_of) => detail_of.run(option.with(|option| option.value.clone())),
        None => option.with(|option| option.detail.clone()),
    });
    view! {
        <div
            class="combobox-option"
            class:is-active=is_active
            role="option"
            id=option_id(id, index)
            aria-selected=move || true_or_false(is_spoken_as_selected())
            aria-disabled=true_or_absent(disabled)
            aria-setsize=move || state.options.with(Vec::len).to_string()
            aria-posinset=(index + 1).to_string()
            on:click=move |_| state.select(index)
        >
            <span class="combobox-texts">
                // The list's width cuts off long texts, so the titles hold the full texts.
                <span class="combobox-label" title=label>{label}</span>
                <span class="combobox-detail" title=detail>{detail}</span>
            </span>
            {move || is_selected().then(|| view! { <Icon name=IconName::Check /> })}
        </div>
    }
}
