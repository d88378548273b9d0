//! Tests editing and removing entries, and undoing that.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{chips, paste, stage};

#[wasm_bindgen_test]
async fn removing_moves_the_focus_to_a_neighbour_and_finally_to_the_input() {
    let stage = stage("ltr", &["a@x.example", "b@x.example", "c@x.example"]).await;
    stage.focus("#to-chip-1").await;
    stage.press("Delete").await;
    assert_eq!(chips(&stage), ["a@x.example", "c@x.example"]);
    assert_eq!(stage.focused(), "to-chip-1");
    stage.press("Backspace").await;
    assert_eq!(stage.focused(), "to-chip-0");
    assert_eq!(stage.texts("[role=status]"), ["c@x.example removed"]);
    stage.click(".chip-remove").await;
    assert_eq!(stage.focused(), "to");
    assert!(chips(&stage).is_empty());
}

#[wasm_bindgen_test]
async fn a_chip_is_edited_in_place() {
    let stage = stage("ltr", &["a@x.example", "b@x.example"]).await;
    for key in ["Enter", "F2"] {
        stage.focus("#to-chip-0").await;
        stage.press(key).await;
        assert_eq!(stage.focused(), "to-edit");
        stage.type_in("#to-edit", &format!("{key}@x.example")).await;
        stage.press("Enter").await;
        assert_eq!(stage.focused(), "to-chip-0");
        assert_eq!(chips(&stage), [format!("{key}@x.example"), "b@x.example".to_owned()]);
    }
}

#[wasm_bindgen_test]
async fn escape_reverts_an_edit_and_leaving_keeps_it() {
    let stage = stage("ltr", &["a@x.example"]).await;
    stage.click("#to-chip-0").await;
    stage.type_in("#to-edit", "other@x.example").await;
    stage.press("Escape").await;
    assert_eq!(chips(&stage), ["a@x.example"]);
    assert_eq!(stage.focused(), "to-chip-0");
    stage.click("#to-chip-0").await;
    stage.type_in("#to-edit", "other@x.example").await;
    stage.focus("#after").await;
    assert_eq!(chips(&stage), ["other@x.example"]);
    assert_eq!(stage.focused(), "after");
}

#[wasm_bindgen_test]
async fn equal_entries_are_distinguished() {
    let stage = stage("ltr", &["a@x.example", "a@x.example", "b@x.example"]).await;
    stage.focus("#to-chip-1").await;
    stage.press("Delete").await;
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example"]);
}

#[wasm_bindgen_test]
async fn a_removal_can_be_undone_by_button_and_by_key() {
    let stage = stage("ltr", &["a@x.example", "b@x.example"]).await;
    stage.focus("#to-chip-0").await;
    stage.press("Delete").await;
    assert_eq!(stage.texts(".chips-undo"), ["a@x.example removedUndo"]);
    stage.click(".chips-undo button").await;
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example"]);
    assert_eq!(stage.focused(), "to-chip-0");
    assert_eq!(stage.texts("[role=status]"), ["Undone"]);
    assert!(stage.find(".chips-undo").is_none());

    stage.press("Delete").await;
    assert!(stage.press_with_control("z").await);
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example"]);
}

#[wasm_bindgen_test]
async fn only_the_last_change_can_be_undone() {
    let stage = stage("ltr", &["a@x.example", "b@x.example"]).await;
    stage.focus("#to-chip-0").await;
    stage.press("Delete").await;
    stage.type_in("#to", "c@x.example").await;
    stage.press("Enter").await;
    assert!(stage.find(".chips-undo").is_none());
    stage.press_with_control("z").await;
    assert_eq!(chips(&stage), ["b@x.example", "c@x.example"]);
}

#[wasm_bindgen_test]
async fn a_pasted_list_can_be_undone() {
    let stage = stage("ltr", &["a@x.example"]).await;
    paste(&stage, "b@x.example c@x.example").await;
    assert_eq!(chips(&stage).len(), 3);
    assert!(stage.press_with_control("z").await);
    assert_eq!(chips(&stage), ["a@x.example"]);
    assert_eq!(stage.focused(), "to");
}
