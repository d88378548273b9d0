//! Tests that the menu closes by Escape, by leaving it, by a click outside and by a choice.

use leptos::prelude::*;
use partner_portal::ui::Menu;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit};

use crate::stage::{ErrorWatch, Stage, document, settle};

async fn closed() -> Stage {
    Stage::with(|| {
        view! {
            <Menu label="Account">
                <button type="button" id="leave">"Sign out"</button>
            </Menu>
            <button id="after">"After"</button>
        }
    })
    .await
}

async fn opened() -> Stage {
    let stage = closed().await;
    stage.focus(".menu-button").await;
    stage.click(".menu-button").await;
    assert!(is_open(&stage));
    stage
}

fn is_open(stage: &Stage) -> bool {
    let expanded = stage.get(".menu-button").get_attribute("aria-expanded");
    assert_eq!(
        expanded.as_deref() == Some("true"),
        !stage.get(".menu-popup").has_attribute("hidden")
    );
    expanded.as_deref() == Some("true")
}

#[wasm_bindgen_test]
async fn its_content_is_rendered_when_it_is_first_opened() {
    let stage = closed().await;
    assert!(stage.texts("#leave").is_empty());
    stage.focus(".menu-button").await;
    stage.click(".menu-button").await;
    assert_eq!(stage.texts("#leave"), ["Sign out"]);
    stage.press("Escape").await;
    assert_eq!(stage.texts("#leave"), ["Sign out"]);
}

#[wasm_bindgen_test]
async fn escape_closes_it_and_focuses_its_button() {
    let stage = opened().await;
    stage.focus("#leave").await;
    stage.press("Escape").await;
    assert!(!is_open(&stage));
    let button = stage.get(".menu-button");
    assert!(button.matches(":focus").unwrap());
}

#[wasm_bindgen_test]
async fn leaving_closes_it() {
    let stage = opened().await;
    stage.focus("#after").await;
    assert!(!is_open(&stage));
}

#[wasm_bindgen_test]
async fn a_click_outside_closes_it() {
    let stage = opened().await;
    let init = EventInit::new();
    init.set_bubbles(true);
    let press = Event::new_with_event_init_dict("pointerdown", &init).unwrap();
    document().body().unwrap().dispatch_event(&press).unwrap();
    settle().await;
    assert!(!is_open(&stage));
}

#[wasm_bindgen_test]
async fn a_choice_closes_it_and_focuses_its_button() {
    let stage = opened().await;
    stage.focus("#leave").await;
    stage.click("#leave").await;
    assert!(!is_open(&stage));
    assert!(stage.get(".menu-button").matches(":focus").unwrap());
}

#[wasm_bindgen_test]
async fn unmounting_while_open_throws_no_errors() {
    let watch = ErrorWatch::start();
    let stage = opened().await;
    stage.focus("#leave").await;
    stage.take_away().await;
    document().body().unwrap().dispatch_event(&Event::new("pointerdown").unwrap()).unwrap();
    settle().await;
    assert_eq!(watch.errors(), 0);
}

#[wasm_bindgen_test]
async fn plain_events_throw_no_errors() {
    let stage = opened().await;
    assert_eq!(stage.errors_of_plain_events().await, 0);
}
