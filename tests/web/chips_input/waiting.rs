//! The chips' code comes after the box: what is typed meanwhile is kept.

use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{chips, paste, stage_with_code};
use crate::stage::settle;

#[wasm_bindgen_test]
async fn what_was_ended_before_becomes_chips_and_what_is_being_typed_stays() {
    let has_code = ArcRwSignal::new(false);
    let stage = stage_with_code("ltr", &["a@x.example"], has_code.clone()).await;
    stage.type_in("#to", "b@x.example").await;
    stage.press("Enter").await;
    let value = stage.input("#to").value();
    stage.type_in("#to", &(value + "half")).await;
    has_code.set(true);
    settle().await;
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example"]);
    assert_eq!(stage.input("#to").value(), "half");
}

#[wasm_bindgen_test]
async fn what_was_left_before_becomes_chips_as_a_whole() {
    let has_code = ArcRwSignal::new(false);
    let stage = stage_with_code("ltr", &[], has_code.clone()).await;
    stage.type_in("#to", "a@x.example, b@x.example").await;
    stage.focus("#after").await;
    has_code.set(true);
    settle().await;
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example"]);
    assert_eq!(stage.focused(), "after");
}

#[wasm_bindgen_test]
async fn a_list_that_was_pasted_before_becomes_chips_to_its_end() {
    let has_code = ArcRwSignal::new(false);
    let stage = stage_with_code("ltr", &[], has_code.clone()).await;
    paste(&stage, "a@x.example\nb@x.example").await;
    assert_eq!(stage.input("#to").value(), "a@x.example, b@x.example, ");
    has_code.set(true);
    settle().await;
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example"]);
    assert_eq!(stage.input("#to").value(), "");
}

#[wasm_bindgen_test]
async fn a_single_address_that_was_pasted_before_can_still_be_changed() {
    let has_code = ArcRwSignal::new(false);
    let stage = stage_with_code("ltr", &[], has_code.clone()).await;
    paste(&stage, "a@x.example").await;
    has_code.set(true);
    settle().await;
    assert!(chips(&stage).is_empty());
    assert_eq!(stage.input("#to").value(), "a@x.example");
}
