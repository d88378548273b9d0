//! Input methods compose a text before they hand it over: until then the box is theirs.

use leptos::prelude::{ArcRwSignal, Set};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{chips, stage, stage_with_code};
use crate::stage::settle;

#[wasm_bindgen_test]
async fn a_composed_text_is_split_when_the_composition_ends() {
    let stage = stage("ltr", &[]).await;
    stage.compose_in("#to", "a@x.example,").await;
    assert!(chips(&stage).is_empty());
    assert_eq!(stage.input("#to").value(), "a@x.example,");
    stage.end_composition("#to").await;
    assert_eq!(chips(&stage), ["a@x.example"]);
}

#[wasm_bindgen_test]
async fn a_key_that_an_input_method_has_ends_no_entry() {
    let stage = stage("ltr", &[]).await;
    stage.type_in("#to", "a@x.example").await;
    for key in ["Enter", ",", "Process"] {
        assert!(!stage.press_with(key, |init| init.set_is_composing(true)).await, "{key}");
        assert!(!stage.press_with(key, |init| init.set_key_code(229)).await, "{key}");
    }
    assert!(chips(&stage).is_empty());
    assert!(stage.press("Enter").await);
    assert_eq!(chips(&stage), ["a@x.example"]);
}

#[wasm_bindgen_test]
async fn an_input_method_has_its_keys_while_a_chip_is_edited() {
    let stage = stage("ltr", &["a@x.example"]).await;
    stage.click("#to-chip-0").await;
    for key in ["Enter", "Escape"] {
        assert!(!stage.press_with(key, |init| init.set_key_code(229)).await, "{key}");
        assert_eq!(stage.focused(), "to-edit");
    }
}

#[wasm_bindgen_test]
async fn code_that_comes_during_a_composition_waits_for_its_end() {
    let has_code = ArcRwSignal::new(false);
    let stage = stage_with_code("ltr", &[], has_code.clone()).await;
    stage.compose_in("#to", "a@x.example, b").await;
    has_code.set(true);
    settle().await;
    assert_eq!(stage.input("#to").value(), "a@x.example, b");
    stage.end_composition("#to").await;
    assert_eq!(chips(&stage), ["a@x.example", "b"]);
}
