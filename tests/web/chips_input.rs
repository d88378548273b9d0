//! Chips are made, edited and removed from the keyboard, and nothing typed is lost.

use leptos::prelude::*;
use partner_portal::ui::{Chip, ChipsInput, ChipsLabels};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{ClipboardEvent, ClipboardEventInit, DataTransfer};

use crate::stage::{ErrorWatch, Stage, settle};

fn split(text: &str) -> Vec<String> {
    let separators = [',', ';', ' ', '\n'];
    text.split(separators).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn labels() -> ChipsLabels {
    ChipsLabels {
        list: "Addresses".into(),
        remove: Callback::new(|text: String| format!("Remove {text}")),
        edit: Callback::new(|text: String| format!("Edit {text}")),
        added: Callback::new(|count: usize| format!("{count} added")),
        removed: Callback::new(|text: String| format!("{text} removed")),
    }
}

async fn stage(direction: &str, start: &[&str]) -> Stage {
    let start: Vec<String> = start.iter().map(ToString::to_string).collect();
    Stage::in_direction(direction, move || {
        let entries = RwSignal::new(start.clone());
        let text = RwSignal::new(String::new());
        let chip = |text: String| {
            let error = (!text.contains('@')).then(|| "has no @".to_owned());
            Chip { text, error }
        };
        let chips = Signal::derive(move || entries.get().into_iter().map(chip).collect::<Vec<_>>());
        view! {
            <ChipsInput
                id="to"
                chips
                on_change=move |changed| entries.set(changed)
                split
                text
                labels=labels()
            />
            <button id="after">"After"</button>
        }
    })
    .await
}

fn chips(stage: &Stage) -> Vec<String> {
    stage.texts(".chip-text bdi")
}

#[wasm_bindgen_test]
async fn enter_comma_and_semicolon_make_a_chip() {
    let stage = stage("ltr", &[]).await;
    for (key, text) in [("Enter", "a@x.example"), (",", "b@x.example"), (";", "c@x.example")] {
        stage.type_in("#to", text).await;
        assert!(stage.press(key).await);
        assert_eq!(stage.input("#to").value(), "");
    }
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example", "c@x.example"]);
    assert_eq!(stage.texts("[role=status]"), ["1 added"]);
}

#[wasm_bindgen_test]
async fn tab_is_left_to_the_browser_and_leaving_makes_a_chip() {
    let stage = stage("ltr", &[]).await;
    stage.type_in("#to", "a@x.example").await;
    assert!(!stage.press("Tab").await);
    stage.focus("#after").await;
    assert_eq!(chips(&stage), ["a@x.example"]);
}

#[wasm_bindgen_test]
async fn a_separator_from_a_keyboard_without_key_names_makes_a_chip() {
    let stage = stage("ltr", &[]).await;
    stage.type_in("#to", "a@x.example,").await;
    assert_eq!(chips(&stage), ["a@x.example"]);
}

#[wasm_bindgen_test]
async fn pasting_a_list_makes_many() {
    let stage = stage("ltr", &[]).await;
    stage.focus("#to").await;
    let data = DataTransfer::new().unwrap();
    data.set_data("text/plain", "a@x.example\nb@x.example; c@x.example").unwrap();
    let init = ClipboardEventInit::new();
    init.set_clipboard_data(Some(&data));
    init.set_cancelable(true);
    let paste = ClipboardEvent::new_with_event_init_dict("paste", &init).unwrap();
    assert!(!stage.get("#to").dispatch_event(&paste).unwrap());
    settle().await;
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example", "c@x.example"]);
    assert_eq!(stage.texts("[role=status]"), ["3 added"]);
}

#[wasm_bindgen_test]
async fn backspace_in_the_empty_box_goes_to_the_last_chip_and_removes_nothing() {
    let stage = stage("ltr", &["a@x.example", "b@x.example"]).await;
    stage.focus("#to").await;
    stage.press("Backspace").await;
    assert_eq!(stage.focused(), "to-chip-1");
    assert_eq!(chips(&stage).len(), 2);
}

#[wasm_bindgen_test]
async fn removing_moves_focus_to_a_neighbour_and_at_last_to_the_box() {
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
async fn arrows_move_among_chips_and_box_in_both_directions() {
    for (direction, back, on) in
        [("ltr", "ArrowLeft", "ArrowRight"), ("rtl", "ArrowRight", "ArrowLeft")]
    {
        let stage = stage(direction, &["a@x.example", "b@x.example"]).await;
        stage.focus("#to").await;
        stage.press(back).await;
        stage.press(back).await;
        assert_eq!(stage.focused(), "to-chip-0", "{direction}");
        stage.press(on).await;
        stage.press(on).await;
        assert_eq!(stage.focused(), "to", "{direction}");
    }
}

#[wasm_bindgen_test]
async fn arrows_inside_typed_text_stay_in_the_box() {
    let stage = stage("ltr", &["a@x.example"]).await;
    stage.type_in("#to", "typed").await;
    stage.input("#to").set_selection_range(2, 2).unwrap();
    assert!(!stage.press("ArrowLeft").await);
    assert_eq!(stage.focused(), "to");
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
async fn escape_restores_and_leaving_keeps_an_edit() {
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
async fn equal_entries_are_told_apart() {
    let stage = stage("ltr", &["a@x.example", "a@x.example", "b@x.example"]).await;
    stage.focus("#to-chip-1").await;
    stage.press("Delete").await;
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example"]);
}

#[wasm_bindgen_test]
async fn a_refused_chip_stays_and_says_why() {
    let stage = stage("ltr", &["nobody"]).await;
    let chip = stage.get("#to-chip-0");
    assert_eq!(chip.get_attribute("aria-label").as_deref(), Some("Edit nobody"));
    let reason = chip.get_attribute("aria-describedby").unwrap();
    assert_eq!(stage.get(&format!("#{reason}")).text_content().unwrap(), "nobody has no @");
}

#[wasm_bindgen_test]
async fn addresses_run_left_to_right_in_every_language() {
    let stage = stage("rtl", &["a@x.example"]).await;
    assert_eq!(stage.get("#to").get_attribute("dir").as_deref(), Some("ltr"));
    assert_eq!(stage.get(".chip bdi").get_attribute("dir").as_deref(), Some("ltr"));
}

#[wasm_bindgen_test]
async fn going_away_while_typing_throws_nothing() {
    let watch = ErrorWatch::start();
    let in_box = stage("ltr", &["a@x.example"]).await;
    in_box.type_in("#to", "half").await;
    in_box.take_away().await;
    let in_chip = stage("ltr", &["a@x.example"]).await;
    in_chip.click("#to-chip-0").await;
    in_chip.get("#to-edit").dyn_ref::<web_sys::HtmlInputElement>().unwrap().set_value("half");
    in_chip.take_away().await;
    assert_eq!(watch.errors(), 0);
}
