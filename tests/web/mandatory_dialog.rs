//! Tests that the mandatory dialog cannot be closed and leaves nothing behind after unmounting.

use leptos::prelude::*;
use partner_portal::ui::{MandatoryDialog, Menu, TextInput};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDialogElement;

use crate::stage::{ErrorWatch, Stage, document, microtask, settle};

async fn stage() -> Stage {
    Stage::with(|| {
        view! {
            <MandatoryDialog title_id="title">
                <h1 id="title">"Required information"</h1>
                <Menu label="Account">
                    <button type="button">"Sign out"</button>
                </Menu>
                <TextInput id="name" value="" on_input=|_| () on_blur=|()| () />
                <form method="dialog">
                    <button id="leave">"Leave"</button>
                </form>
            </MandatoryDialog>
        }
    })
    .await
}

fn dialog(stage: &Stage) -> HtmlDialogElement {
    stage.get("dialog").unchecked_into()
}

fn is_held(stage: &Stage) -> bool {
    dialog(stage).open() && dialog(stage).matches(":modal").unwrap()
}

/// Calls a method for which there are no bindings.
fn call(dialog: &HtmlDialogElement, method: &str) {
    let method = js_sys::Reflect::get(dialog, &method.into()).unwrap();
    let method: js_sys::Function = method.unchecked_into();
    method.call0(dialog).unwrap();
}

#[wasm_bindgen_test]
async fn it_opens_as_a_named_modal_with_the_focus_on_its_title() {
    let stage = stage().await;
    assert!(is_held(&stage));
    assert_eq!(dialog(&stage).get_attribute("aria-labelledby").as_deref(), Some("title"));
    assert_eq!(dialog(&stage).get_attribute("closedby").as_deref(), Some("none"));
    assert_eq!(stage.focused(), "title");
}

#[wasm_bindgen_test]
async fn the_focus_starts_on_a_marked_element() {
    let stage = Stage::with(|| {
        view! {
            <MandatoryDialog title_id="title">
                <h1 id="title">"Required information"</h1>
                <button id="start" data-autofocus="">"Start"</button>
            </MandatoryDialog>
        }
    })
    .await;
    assert_eq!(stage.focused(), "start");
}

#[wasm_bindgen_test]
async fn escape_is_prevented_inside_and_outside_of_it() {
    let stage = stage().await;
    for _ in 0..3 {
        assert!(stage.press("Escape").await);
    }
    stage.get("#title").blur().unwrap();
    assert!(stage.press("Escape").await);
    assert!(is_held(&stage));
}

#[wasm_bindgen_test]
async fn other_keys_are_not_prevented() {
    let stage = stage().await;
    assert!(!stage.press("Enter").await);
}

#[wasm_bindgen_test]
async fn closing_it_by_script_reopens_it_and_restores_the_focus() {
    let stage = stage().await;
    stage.focus("#name").await;
    for method in ["close", "requestClose"] {
        call(&dialog(&stage), method);
        settle().await;
        assert!(is_held(&stage), "{method} closed it");
        assert_eq!(stage.focused(), "name", "{method} moved focus");
    }
}

#[wasm_bindgen_test]
async fn it_is_open_again_before_the_next_task() {
    let stage = stage().await;
    dialog(&stage).close();
    microtask().await;
    assert!(is_held(&stage));
}

#[wasm_bindgen_test]
async fn removing_the_open_attribute_does_not_close_it() {
    let stage = stage().await;
    stage.focus("#name").await;
    dialog(&stage).remove_attribute("open").unwrap();
    settle().await;
    assert!(is_held(&stage));
    assert_eq!(stage.focused(), "name");
}

#[wasm_bindgen_test]
async fn opening_it_without_modality_does_not_last() {
    let stage = stage().await;
    stage.focus("#name").await;
    dialog(&stage).close();
    dialog(&stage).show();
    settle().await;
    assert!(is_held(&stage));
    assert_eq!(stage.focused(), "name");
}

#[wasm_bindgen_test]
async fn a_form_with_the_dialog_method_does_not_close_it() {
    let stage = stage().await;
    stage.click("#leave").await;
    assert!(is_held(&stage));
}

#[wasm_bindgen_test]
async fn a_click_on_the_backdrop_does_not_close_it() {
    let stage = stage().await;
    dialog(&stage).click();
    settle().await;
    assert!(is_held(&stage));
}

#[wasm_bindgen_test]
async fn a_menu_inside_is_still_closed_by_escape() {
    let stage = stage().await;
    stage.click(".menu-button").await;
    stage.focus(".menu-popup button").await;
    assert!(stage.press("Escape").await);
    assert!(stage.get(".menu-popup").has_attribute("hidden"));
    assert!(is_held(&stage));
}

#[wasm_bindgen_test]
async fn nothing_is_blocked_after_unmounting() {
    let watch = ErrorWatch::start();
    for _ in 0..20 {
        let stage = stage().await;
        stage.focus("#name").await;
        let dialog = dialog(&stage);
        stage.take_away().await;
        assert!(!dialog.open());
        assert!(!stage.press("Escape").await, "a listener stayed on the window");
        document().body().unwrap().append_child(&dialog).unwrap();
        dialog.show();
        dialog.close();
        settle().await;
        assert!(!dialog.open(), "an observer stayed on the dialog");
        dialog.remove();
    }
    assert_eq!(watch.errors(), 0);
}

#[wasm_bindgen_test]
async fn plain_events_throw_no_errors() {
    let stage = stage().await;
    assert_eq!(stage.errors_of_plain_events().await, 0);
    assert!(is_held(&stage));
}
