//! Tests lists and texts that are far too long: the user is told, the display is limited, and
//! nothing is lost.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{chips, paste, stage};

#[wasm_bindgen_test]
async fn five_hundred_entries_are_kept_and_a_hundred_are_rendered() {
    let stage = stage("ltr", &[]).await;
    let list: Vec<_> = (0..500).map(|number| format!("a{number}@x.example")).collect();
    paste(&stage, &list.join("\n")).await;
    assert_eq!(chips(&stage).len(), 100);
    assert_eq!(stage.texts(".chips-more"), ["and 400 more"]);
    stage.press("Backspace").await;
    assert_eq!(stage.focused(), "to-chip-99");
    stage.press("Delete").await;
    assert_eq!(chips(&stage)[99], "a100@x.example");
    assert_eq!(stage.texts(".chips-more"), ["and 399 more"]);
}

#[wasm_bindgen_test]
async fn entries_beyond_the_limit_are_not_inserted_and_nothing_is_lost() {
    let stage = stage("ltr", &["a@x.example"]).await;
    stage.type_in("#to", "half").await;
    paste(&stage, &" b@x.example".repeat(500)).await;
    assert_eq!(chips(&stage), ["a@x.example"]);
    assert_eq!(stage.input("#to").value(), "half");
    let said = "501 entries and 6004 characters are too much";
    assert_eq!(stage.texts("#to-too-much span"), [said]);
    assert_eq!(stage.texts("[role=status]"), [said]);
    paste(&stage, &"x".repeat(1 << 20)).await;
    assert_eq!(stage.input("#to").value(), "half");
    stage.type_in("#to", "half@x.example").await;
    assert!(stage.find("#to-too-much").is_none());
}

#[wasm_bindgen_test]
async fn a_very_long_entry_is_shown_shortened_and_edited_in_full() {
    let long = "x".repeat(3_000) + "@x.example";
    let stage = stage("ltr", &[&long]).await;
    assert_eq!(chips(&stage)[0].chars().count(), 255);
    for _ in 0..2 {
        stage.click("#to-chip-0").await;
        assert_eq!(stage.input("#to-edit").value(), long);
        stage.press("Enter").await;
    }
}
