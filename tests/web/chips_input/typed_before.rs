//! Tests that text typed before the chips are rendered is kept.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{Start, chips, stage_from};

#[wasm_bindgen_test]
async fn completed_entries_become_chips_and_the_unfinished_entry_stays() {
    let text = "b@x.example, c@x.example, half";
    let stage = stage_from(Start { entries: &["a@x.example"], text, is_typing: true }).await;
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example", "c@x.example"]);
    assert_eq!(stage.input("#to").value(), "half");
    assert_eq!(stage.focused(), "to");
}

#[wasm_bindgen_test]
async fn a_single_address_that_is_being_typed_can_still_be_changed() {
    let stage = stage_from(Start { entries: &[], text: "a@x.example", is_typing: true }).await;
    assert!(chips(&stage).is_empty());
    assert_eq!(stage.input("#to").value(), "a@x.example");
}

#[wasm_bindgen_test]
async fn text_in_an_input_without_focus_becomes_chips_entirely() {
    let text = "a@x.example, b@x.example";
    let stage = stage_from(Start { entries: &[], text, is_typing: false }).await;
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example"]);
    assert_eq!(stage.input("#to").value(), "");
}

#[wasm_bindgen_test]
async fn a_list_typed_before_can_be_undone() {
    let text = "a@x.example, b@x.example, ";
    let stage = stage_from(Start { entries: &[], text, is_typing: true }).await;
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example"]);
    assert!(stage.press_with_control("z").await);
    assert!(chips(&stage).is_empty());
}
