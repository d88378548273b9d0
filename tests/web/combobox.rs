//! Tests that the combobox is operated from its text input and renders only visible options.

use leptos::prelude::*;
use partner_portal::ui::{Combobox, ComboboxLabels, ComboboxOption};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{ErrorWatch, Stage, settle};

fn labels() -> ComboboxLabels {
    ComboboxLabels {
        list: "Time zones".into(),
        empty: "No time zone matches".into(),
        loading: "Loading".into(),
        results: Callback::new(|count: usize| format!("{count} time zones")),
    }
}

async fn stage(clear_on_select: bool) -> Stage {
    Stage::with(move || {
        let query = RwSignal::new(String::new());
        let chosen = RwSignal::new(String::new());
        let option = |index: usize| ComboboxOption {
            value: index.to_string(),
            label: format!("Zone {index}"),
            disabled: index == 1,
            ..ComboboxOption::default()
        };
        let options = Signal::derive(move || {
            let query = query.get();
            (0..600).map(option).filter(|option| option.label.contains(&query)).collect::<Vec<_>>()
        });
        view! {
            <Combobox
                id="zone"
                label=Some("Time zone".to_owned())
                query
                options
                on_select=move |value| chosen.set(value)
                on_blur=|()| ()
                labels=labels()
                clear_on_select
            />
            <output id="chosen">{move || chosen.get()}</output>
            <button id="after">"After"</button>
            // Replaces the style sheet. Without it, the list would not scroll.
            <style>".combobox-list { max-height: 280px; overflow: auto } [role=option] { height: 56px }"</style>
        }
    })
    .await
}

fn is_open(stage: &Stage) -> bool {
    stage.get("#zone").get_attribute("aria-expanded").as_deref() == Some("true")
}

fn active(stage: &Stage) -> Option<String> {
    let id = stage.get("#zone").get_attribute("aria-activedescendant")?;
    assert!(stage.find(&format!("#{id}")).is_some(), "the active entry {id} is not rendered");
    Some(id)
}

#[wasm_bindgen_test]
async fn arrows_open_the_list_skip_disabled_options_and_wrap() {
    let stage = stage(false).await;
    stage.focus("#zone").await;
    assert!(!is_open(&stage));
    stage.press("ArrowDown").await;
    assert!(is_open(&stage));
    assert_eq!(active(&stage).as_deref(), Some("zone-option-0"));
    stage.press("ArrowDown").await;
    assert_eq!(active(&stage).as_deref(), Some("zone-option-2"));
    stage.press("Home").await;
    stage.press("ArrowUp").await;
    assert_eq!(active(&stage).as_deref(), Some("zone-option-599"));
    stage.press("PageUp").await;
    assert_eq!(active(&stage).as_deref(), Some("zone-option-594"));
    stage.press("End").await;
    assert_eq!(active(&stage).as_deref(), Some("zone-option-599"));
    stage.press("PageDown").await;
    assert_eq!(active(&stage).as_deref(), Some("zone-option-599"));
}

#[wasm_bindgen_test]
async fn arrow_up_opens_the_list_at_the_end() {
    let stage = stage(false).await;
    stage.focus("#zone").await;
    stage.press("ArrowUp").await;
    assert_eq!(active(&stage).as_deref(), Some("zone-option-599"));
}

#[wasm_bindgen_test]
async fn only_visible_options_are_rendered_and_they_have_their_position() {
    let stage = stage(false).await;
    stage.click("#zone").await;
    assert!(stage.texts("[role=option]").len() < 20);
    let first = stage.get("#zone-option-0");
    assert_eq!(first.get_attribute("aria-setsize").as_deref(), Some("600"));
    assert_eq!(first.get_attribute("aria-posinset").as_deref(), Some("1"));
    stage.get("[role=listbox]").set_scroll_top(56 * 300);
    settle().await;
    assert!(stage.find("#zone-option-300").is_some());
    assert!(stage.texts("[role=option]").len() < 20);
}

#[wasm_bindgen_test]
async fn typing_filters_and_announces_and_enter_chooses_the_first_option() {
    let stage = stage(false).await;
    stage.type_in("#zone", "Zone 59").await;
    assert_eq!(stage.texts("[role=status]"), ["11 time zones"]);
    assert_eq!(active(&stage).as_deref(), Some("zone-option-0"));
    assert!(!stage.press("Home").await, "while typing, Home moves the caret");
    assert!(stage.press("Enter").await);
    assert_eq!(stage.texts("#chosen"), ["59"]);
    assert_eq!(stage.input("#zone").value(), "Zone 59");
    assert!(!is_open(&stage));
}

#[wasm_bindgen_test]
async fn a_choice_clears_the_input_in_multiple_selection() {
    let stage = stage(true).await;
    stage.type_in("#zone", "Zone 7").await;
    stage.press("Enter").await;
    assert_eq!(stage.texts("#chosen"), ["7"]);
    assert_eq!(stage.input("#zone").value(), "");
}

#[wasm_bindgen_test]
async fn escape_closes_the_list_and_keeps_the_text() {
    let stage = stage(false).await;
    stage.type_in("#zone", "Zone 5").await;
    assert!(stage.press("Escape").await);
    assert!(!is_open(&stage));
    assert_eq!(stage.input("#zone").value(), "Zone 5");
    assert!(!stage.press("Escape").await, "with a closed list, Escape is left to the surroundings");
    assert_eq!(stage.input("#zone").value(), "Zone 5");
}

#[wasm_bindgen_test]
async fn leaving_closes_the_list_and_chooses_nothing() {
    let stage = stage(false).await;
    stage.focus("#zone").await;
    stage.press("ArrowDown").await;
    assert!(!stage.press("Tab").await);
    stage.focus("#after").await;
    assert!(!is_open(&stage));
    assert_eq!(stage.texts("#chosen"), [""]);
}

#[wasm_bindgen_test]
async fn a_click_chooses_an_option_unless_it_is_disabled() {
    let stage = stage(false).await;
    stage.click("#zone").await;
    stage.click("#zone-option-1").await;
    assert!(is_open(&stage));
    stage.click("#zone-option-2").await;
    assert_eq!(stage.texts("#chosen"), ["2"]);
}

#[wasm_bindgen_test]
async fn an_empty_result_is_announced() {
    let stage = stage(false).await;
    stage.type_in("#zone", "nowhere").await;
    assert_eq!(stage.texts("[role=status]"), ["No time zone matches"]);
    assert_eq!(active(&stage), None);
}

#[wasm_bindgen_test]
async fn unmounting_while_open_throws_no_errors() {
    let watch = ErrorWatch::start();
    let stage = stage(false).await;
    stage.type_in("#zone", "Zone").await;
    stage.take_away().await;
    assert_eq!(watch.errors(), 0);
}

#[wasm_bindgen_test]
async fn plain_events_throw_no_errors() {
    let stage = stage(false).await;
    assert_eq!(stage.errors_of_plain_events().await, 0);
    stage.type_in("#zone", "Zone 59").await;
    stage.press("Enter").await;
    assert_eq!(stage.texts("#chosen"), ["59"]);
}

#[wasm_bindgen_test]
async fn keys_of_the_browser_and_of_an_input_method_choose_nothing() {
    let stage = stage(false).await;
    stage.type_in("#zone", "Zone 59").await;
    stage.press("ArrowDown").await;
    let before = active(&stage);
    for key in ["Enter", "ArrowDown", "ArrowUp", "Home", "End", "PageDown"] {
        assert!(stage.leaves_shortcuts(key).await, "{key}");
        assert!(!stage.press_with(key, |init| init.set_key_code(229)).await, "{key}");
        assert_eq!(active(&stage), before, "{key}");
    }
    for key in ["Home", "End"] {
        assert!(
            !stage.press_with(key, |init| init.set_shift_key(true)).await,
            "Shift+{key} selects"
        );
    }
    assert_eq!(stage.texts("#chosen"), [""]);
    assert!(is_open(&stage));
}
