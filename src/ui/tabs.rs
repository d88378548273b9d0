//! A tab list with manual activation.

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Event;

use crate::ui::attributes::true_or_false;
use crate::ui::direction::{Direction, tab_target};
use crate::ui::events::{pressed_key, untyped};
use crate::ui::focus::focus_by_id;

/// One tab of a [`Tabs`] list.
#[derive(Clone, Copy)]
pub struct Tab {
    /// The id from which the ids `tab-{id}` and `panel-{id}` derive.
    pub id: &'static str,
    /// The visible name.
    pub label: Signal<String>,
    /// A count of the panel's contents, as (visible, spoken): `("2", "2 errors")`.
    pub count: Signal<Option<(String, String)>>,
}

/// A row of tabs. Arrow keys move the focus, Enter and Space select a tab. If every arrow key
/// changed the panel, a screen reader would lose its reading position.
#[component]
pub fn Tabs(
    /// The accessible name of the tab list.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs, in reading order.
    tabs: Vec<Tab>,
    /// The id of the tab whose panel is shown.
    #[prop(into)]
    selected: Signal<&'static str>,
    /// Called with the id of the tab that the user chose.
    #[prop(into)]
    on_select: Callback<&'static str>,
    /// Called with the id of a tab that the pointer or the focus reaches, because the user may
    /// select it next.
    #[prop(optional, into)]
    on_approach: Option<Callback<&'static str>>,
    /// The reading direction, which mirrors the arrow keys.
    #[prop(optional, into)]
    direction: Signal<Direction>,
) -> impl IntoView {
    let list = NodeRef::<Div>::new();
    // While the focus is in the list, the focused tab is the tab stop, otherwise the selected one.
    let focused = RwSignal::new(None::<&'static str>);
    let approach = move |id| {
        if let Some(on_approach) = on_approach {
            on_approach.run(id);
        }
    };
    let ids: Vec<&'static str> = tabs.iter().map(|tab| tab.id).collect();
    let on_keydown = move |event: &Event| {
        let Some(key) = pressed_key(event) else { return };
        let current = focused.get_untracked().unwrap_or(selected.get_untracked());
        let index = ids.iter().position(|id| *id == current).unwrap_or(0);
        let target = tab_target(&key, index, ids.len(), direction.get_untracked());
        if let (Some(target), Some(list)) = (target, list.get_untracked()) {
            event.prevent_default();
            focus_by_id(&list, &tab_id(ids[target]));
        }
    };
    let tabs = tabs
        .into_iter()
        .map(|Tab { id, label, count }| {
            let is_selected = move || selected.get() == id;
            let is_stop = move || focused.get().unwrap_or(selected.get()) == id;
            view! {
                <button
                    type="button"
                    role="tab"
                    class="tab"
                    id=tab_id(id)
                    aria-controls=panel_id(id)
                    aria-selected=move || true_or_false(is_selected())
                    tabindex=move || if is_stop() { "0" } else { "-1" }
                    on:focus=move |_| {
                        focused.set(Some(id));
                        approach(id);
                    }
                    on:pointerenter=move |_| approach(id)
                    on:blur=move |_| focused.set(None)
                    on:click=move |_| on_select.run(id)
                >
                    {move || label.get()}
                    {move || {
                        count
                            .get()
                            .map(|(visible, spoken)| {
                                view! {
                                    <span class="tab-count" aria-hidden="true">
                                        {visible}
                                    </span>
                                    <span class="visually-hidden">{spoken}</span>
                                }
                            })
                    }}
                </button>
            }
        })
        .collect_view();
    view! {
        <div
            node_ref=list
            class="tabs"
            role="tablist"
            aria-label=move || label.get()
            on:keydown=untyped(on_keydown)
        >
            {tabs}
        </div>
    }
}

/// Returns the id of a tab's button.
pub(in crate::ui) fn tab_id(id: &str) -> String {
    ["tab-", id].concat()
}

/// Returns the id of a tab's panel.
pub(in crate::ui) fn panel_id(id: &str) -> String {
    ["panel-", id].concat()
}
