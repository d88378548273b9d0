//! Tests that a field labels and describes its control and that the error summary links to it.

use leptos::prelude::*;
use partner_portal::ui::{
    Button, ErrorSummary, FieldShell, SummaryItem, TextInput, described_by, focus_by_id,
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::Stage;

async fn stage() -> Stage {
    Stage::with(|| {
        let presses = RwSignal::new(0);
        let value = RwSignal::new("start".to_owned());
        let here = NodeRef::<leptos::html::Div>::new();
        let items = vec![SummaryItem { target: "mail".into(), text: "Enter an address".into() }];
        let jump = move |target: String| {
            if let Some(here) = here.get_untracked() {
                focus_by_id(&here, &target);
            }
        };
        view! {
            <div node_ref=here>
                <ErrorSummary id="summary" title="1 error" items on_jump=jump />
            </div>
            <FieldShell
                id="mail"
                label="E-mail"
                required=Some("required".to_owned())
                purpose="Where we write to."
                error=Some("Enter an address".to_owned())
            >
                <TextInput
                    id="mail"
                    value
                    on_input=move |text| value.set(text)
                    invalid=true
                    described_by=described_by("mail", false, true)
                />
            </FieldShell>
            <Button busy=true on_press=move |()| presses.update(|presses| *presses += 1)>
                "Save"
            </Button>
            <output id="presses">{move || presses.get()}</output>
        }
    })
    .await
}

#[wasm_bindgen_test]
async fn a_control_is_named_and_described_by_elements_that_exist() {
    let stage = stage().await;
    assert_eq!(stage.get("#mail-label").get_attribute("for").as_deref(), Some("mail"));
    let ids = stage.get("#mail").get_attribute("aria-describedby").unwrap();
    let texts: Vec<_> =
        ids.split(' ').map(|id| stage.get(&format!("#{id}")).text_content().unwrap()).collect();
    assert_eq!(texts, ["required", "Where we write to.", "Enter an address"]);
}

#[wasm_bindgen_test]
async fn an_item_of_the_summary_focuses_its_control() {
    let stage = stage().await;
    stage.click("#summary button").await;
    assert_eq!(stage.focused(), "mail");
}

#[wasm_bindgen_test]
async fn typing_in_the_middle_keeps_the_caret_position() {
    let stage = stage().await;
    stage.type_in("#mail", "st-art").await;
    stage.input("#mail").set_selection_range(3, 3).unwrap();
    stage.type_in("#mail", "st-art").await;
    assert_eq!(stage.input("#mail").value(), "st-art");
    assert_eq!(stage.input("#mail").selection_start().unwrap(), Some(3));
}

#[wasm_bindgen_test]
async fn a_busy_button_keeps_the_focus_and_ignores_clicks() {
    let stage = stage().await;
    let button = stage.get(".button");
    assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(!button.has_attribute("disabled"));
    stage.click(".button").await;
    assert_eq!(stage.texts("#presses"), ["0"]);
}

#[wasm_bindgen_test]
async fn plain_events_throw_no_errors() {
    let stage = stage().await;
    assert_eq!(stage.errors_of_plain_events().await, 0);
    stage.type_in("#mail", "a@x.example").await;
    assert_eq!(stage.input("#mail").value(), "a@x.example");
}
