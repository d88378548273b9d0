//! Tests that a focus which would be lost moves to the nearest group around it.

use leptos::html::Div;
use leptos::prelude::*;
use partner_portal::ui::FocusKeeper;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, document, settle};

#[derive(Clone, Copy)]
struct Shown {
    in_group: RwSignal<bool>,
    in_page: RwSignal<bool>,
    disabled: RwSignal<bool>,
}

async fn stage() -> (Stage, Shown) {
    let shown = Shown {
        in_group: RwSignal::new(true),
        in_page: RwSignal::new(true),
        disabled: RwSignal::new(false),
    };
    let stage = Stage::with(move || {
        let root = NodeRef::<Div>::new();
        let keeper = StoredValue::new_local(None);
        Effect::new(move || {
            if let Some(root) = root.get() {
                keeper.set_value(FocusKeeper::of((*root).clone()));
            }
        });
        view! {
            <div lang="en" node_ref=root>
                <main>
                    <h1 id="heading" tabindex="-1">"Users"</h1>
                    <button id="in-page" hidden=move || !shown.in_page.get()>"Retry"</button>
                    <div id="group" role="group" tabindex="-1">
                        <Show when=move || shown.in_group.get()>
                            <button id="in-group" disabled=move || shown.disabled.get()>"Remove"</button>
                        </Show>
                    </div>
                </main>
            </div>
            <button id="outside">"Outside"</button>
        }
    })
    .await;
    (stage, shown)
}

/// Waits for the changes that a keeper makes in the next frame.
async fn next_frame() {
    settle().await;
    settle().await;
}

#[wasm_bindgen_test]
async fn a_removed_element_passes_the_focus_to_the_group_around_it() {
    let (stage, shown) = stage().await;
    stage.focus("#in-group").await;
    shown.in_group.set(false);
    next_frame().await;
    assert_eq!(stage.focused(), "group");
}

#[wasm_bindgen_test]
async fn a_disabled_element_passes_the_focus_to_the_group_around_it() {
    let (stage, shown) = stage().await;
    stage.focus("#in-group").await;
    shown.disabled.set(true);
    next_frame().await;
    assert_eq!(stage.focused(), "group");
}

#[wasm_bindgen_test]
async fn without_a_group_the_page_heading_gets_the_focus() {
    let (stage, shown) = stage().await;
    stage.focus("#in-page").await;
    shown.in_page.set(false);
    next_frame().await;
    assert_eq!(stage.focused(), "heading");
}

#[wasm_bindgen_test]
async fn a_focus_that_moved_elsewhere_deliberately_stays_there() {
    let (stage, shown) = stage().await;
    stage.focus("#in-group").await;
    stage.focus("#outside").await;
    shown.in_group.set(false);
    next_frame().await;
    assert_eq!(stage.focused(), "outside");

    stage.focus("#in-page").await;
    stage.get("#in-page").blur().unwrap();
    next_frame().await;
    shown.in_page.set(false);
    next_frame().await;
    assert_eq!(document().active_element(), document().body().map(Into::into));
}

#[wasm_bindgen_test]
async fn plain_events_throw_no_errors() {
    let (stage, _) = stage().await;
    assert_eq!(stage.errors_of_plain_events().await, 0);
}
