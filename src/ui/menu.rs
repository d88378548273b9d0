//! A button that shows and hides a short list of links and buttons.

use leptos::html::{Button, Div};

use crate::reactive::effect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::ui::ancestors::window_of;
use crate::ui::attributes::true_or_false;
use crate::ui::events::{next_focus, pressed_key, untyped};
use crate::ui::focus::focus_in_place;
use crate::ui::icon::{Icon, IconName};
use crate::ui::listener::Listener;

/// A disclosure, not an ARIA menu: its entries are ordinary links and buttons in the tab order.
///
/// Escape, or choosing an entry, closes it and returns the focus to the button. A press outside, or
/// leaving it with Tab, only closes it.
#[component]
pub fn Menu(
    /// The text of the button.
    #[prop(into)]
    label: Signal<String>,
    /// The links and buttons. They are created when the menu is first opened.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let was_opened = Memo::new(move |before| open.get() || before == Some(&true));
    let menu = NodeRef::<Div>::new();
    let button = NodeRef::<Button>::new();
    let outside = StoredValue::new_local(None::<Listener>);
    effect(move || {
        // Listens only while the menu is open, because the window belongs to the host. The host may
        // have moved the menu into another window than the code's.
        let menu_element = menu.get().filter(|_| open.get());
        let window = menu_element.and_then(|menu| window_of(&menu));
        outside.set_value(window.map(|window| {
            Listener::attach(&window, "pointerdown", true, move |event: Event| {
                let path = event.composed_path();
                if menu.get_untracked().is_some_and(|menu| !path.includes(&menu, 0)) {
                    open.set(false);
                }
            })
        }));
    });
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            focus_in_place(&button);
        }
    };
    let on_keydown = move |event: &Event| {
        if open.get_untracked() && pressed_key(event).is_some_and(|key| key == "Escape") {
            event.prevent_default();
            event.stop_propagation();
            close();
        }
    };
    let on_focusout = move |event: &Event| {
        // Without a related target no element was focused. The listener for presses handles that
        // case.
        if let (Some(target), Some(menu)) = (next_focus(event), menu.try_get_untracked().flatten())
            && !menu.contains(Some(&target))
        {
            open.set(false);
        }
    };
    let on_click_inside = move |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.closest("a, button").ok().flatten().is_some()) {
            // Closing hides the chosen entry, so the focus must move to the button.
            close();
        }
    };
    view! {
        <div
            node_ref=menu
            class="menu"
            on:keydown=untyped(on_keydown)
            on:focusout=untyped(on_focusout)
        >
            <button
                node_ref=button
                type="button"
                class="button is-quiet menu-button"
                aria-expanded=move || true_or_false(open.get())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span class="menu-label" title=move || label.get()>{move || label.get()}</span>
                <Icon name=IconName::Chevron />
            </button>
            <div class="menu-popup" hidden=move || !open.get() on:click=untyped(on_click_inside)>
                {move || was_opened.get().then(|| children())}
            </div>
        </div>
    }
}
