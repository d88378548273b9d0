//! Tests input methods, which control the input until the composition of a text ends.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{chips, stage};

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
async fn a_key_handled_by_an_input_method_does_not_end_an_entry() {
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
async fn keys_of_an_input_method_are_ignored_while_a_chip_is_edited() {
    let stage = stage("ltr", &["a@x.example"]).await;
    stage.click("#to-chip-0").await;
    for key in ["Enter", "Escape"] {
        assert!(!stage.press_with(key, |init| init.set_key_code(229)).await, "{key}");
        assert_eq!(stage.focused(), "to-edit");
    }
}
