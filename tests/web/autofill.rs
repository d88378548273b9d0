//! Tests autofill. A browser that fills in an address fills in every address input, but an input
//! with `filled_alone` accepts a value only while it is focused.

use leptos::prelude::*;
use partner_portal::ui::TextInput;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::Stage;

const ADDRESS: &str = "a@x.example";

/// Mounts two inputs, the first with `filled_alone`, and shows their texts and how often the first
/// lost the focus.
async fn stage() -> Stage {
    Stage::with(|| {
        let (alone, other, left) =
            (RwSignal::new(String::new()), RwSignal::default(), RwSignal::new(0));
        view! {
            <TextInput
                id="alone"
                value=alone
                on_input=move |text| alone.set(text)
                on_blur=move |()| left.update(|left| *left += 1)
                filled_alone=true
            />
            <TextInput id="other" value=other on_input=move |text| other.set(text) />
            <output id="values">{move || alone.get() + "|" + &other.get()}</output>
            <output id="left">{move || left.get()}</output>
        }
    })
    .await
}

#[wasm_bindgen_test]
async fn an_input_accepts_its_own_autofill_and_is_not_left() {
    let stage = stage().await;
    stage.focus("#alone").await;
    stage.autofill("#alone", ADDRESS).await;
    assert_eq!(stage.texts("#values"), ["a@x.example|"]);
    assert_eq!(stage.texts("#left"), ["0"]);
    stage.focus("#other").await;
    assert_eq!(stage.texts("#left"), ["1"]);
}

#[wasm_bindgen_test]
async fn an_input_that_is_filled_alone_ignores_autofill_for_another_input() {
    let stage = stage().await;
    stage.focus("#other").await;
    stage.autofill("#alone", ADDRESS).await;
    assert_eq!(stage.texts("#values"), ["|"]);
    assert_eq!(stage.input("#alone").value(), "");
    stage.focus("#alone").await;
    stage.autofill("#other", ADDRESS).await;
    assert_eq!(stage.texts("#values"), ["|a@x.example"], "other inputs need no focus");
}
