//! Tests that keys of the browser are ignored, and which key means *Undo* on each keyboard layout.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{chips, stage};

#[wasm_bindgen_test]
async fn plain_events_throw_no_errors() {
    let stage = stage("ltr", &["a@x.example"]).await;
    assert_eq!(stage.errors_of_plain_events().await, 0);
    stage.type_in("#to", "b@x.example").await;
    stage.press("Enter").await;
    assert_eq!(stage.input("#to").value(), "");
}

#[wasm_bindgen_test]
async fn an_edited_chip_survives_a_plain_key_event() {
    let stage = stage("ltr", &["a@x.example"]).await;
    stage.click("#to-chip-0").await;
    assert_eq!(stage.errors_of_plain_events().await, 0);
}

#[wasm_bindgen_test]
async fn keys_with_alt_control_or_meta_are_left_to_the_browser() {
    let stage = stage("ltr", &["a@x.example", "b@x.example"]).await;
    for key in ["ArrowLeft", "ArrowRight", "Home", "End", "Delete", "Backspace", "Enter", "F2"] {
        stage.focus("#to-chip-1").await;
        assert!(stage.leaves_shortcuts(key).await, "{key} on a chip");
        stage.focus("#to").await;
        assert!(stage.leaves_shortcuts(key).await, "{key} in the box");
    }
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example"]);
}

#[wasm_bindgen_test]
async fn selecting_with_shift_stays_in_the_input() {
    let stage = stage("ltr", &["a@x.example"]).await;
    stage.type_in("#to", "typed").await;
    stage.input("#to").set_selection_range(0, 0).unwrap();
    for key in ["ArrowLeft", "Home"] {
        assert!(!stage.press_with(key, |init| init.set_shift_key(true)).await, "{key}");
        assert_eq!(stage.focused(), "to");
    }
}

#[wasm_bindgen_test]
async fn undo_works_with_caps_lock_and_on_layouts_without_latin_letters() {
    for (key, code) in [("z", "KeyZ"), ("Z", "KeyZ"), ("\u{44f}", "KeyZ"), ("\u{5d6}", "KeyZ")] {
        let stage = stage("ltr", &["a@x.example", "b@x.example"]).await;
        stage.focus("#to-chip-0").await;
        stage.press("Delete").await;
        let is_taken = stage
            .press_with(key, |init| {
                init.set_ctrl_key(true);
                init.set_code(code);
            })
            .await;
        assert!(is_taken, "{key}");
        assert_eq!(chips(&stage).len(), 2, "{key}");
    }
}

#[wasm_bindgen_test]
async fn the_z_position_does_not_undo_if_it_is_another_latin_letter() {
    let stage = stage("ltr", &["a@x.example", "b@x.example"]).await;
    stage.focus("#to-chip-0").await;
    stage.press("Delete").await;
    for (key, shift) in [("y", false), ("Z", true)] {
        let is_taken = stage
            .press_with(key, |init| {
                init.set_ctrl_key(true);
                init.set_shift_key(shift);
                init.set_code("KeyZ");
            })
            .await;
        assert!(!is_taken, "{key}");
    }
    assert_eq!(chips(&stage), ["b@x.example"]);
}
