//! Tests that arrow keys move the focus between tabs and that only an activation selects a tab.

use leptos::prelude::*;
use partner_portal::ui::{Direction, Tab, TabPanel, Tabs};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::stage::{Stage, settle};

async fn stage(direction: Direction) -> Stage {
    Stage::in_direction(direction.as_str(), move || {
        let selected = RwSignal::new("contact");
        let approached = RwSignal::new(Vec::new());
        let count = Some(("2".to_owned(), "2 errors".to_owned()));
        let tabs = vec![
            Tab { id: "contact", label: "Contact information".into(), count: count.into() },
            Tab { id: "users", label: "Users".into(), count: Signal::stored(None) },
        ];
        view! {
            <Tabs
                label="Required information"
                tabs
                selected
                on_select=move |id| selected.set(id)
                on_approach=move |id| approached.update(|all| all.push(id))
                direction
            />
            <p id="approached">{move || approached.get().join(" ")}</p>
            <TabPanel id="contact" selected>
                <input id="kept" />
            </TabPanel>
            <TabPanel id="users" selected>
                "Users"
            </TabPanel>
        }
    })
    .await
}

fn is_selected(stage: &Stage, id: &str) -> bool {
    stage.get(&format!("#tab-{id}")).get_attribute("aria-selected").as_deref() == Some("true")
}

#[wasm_bindgen_test]
async fn arrows_move_the_focus_and_keep_the_panel() {
    let stage = stage(Direction::Ltr).await;
    stage.focus("#tab-contact").await;
    assert!(stage.press("ArrowRight").await);
    assert_eq!(stage.focused(), "tab-users");
    assert!(is_selected(&stage, "contact"));
    assert!(stage.get("#panel-users").has_attribute("hidden"));
}

#[wasm_bindgen_test]
async fn arrows_are_mirrored_in_right_to_left_languages() {
    let stage = stage(Direction::Rtl).await;
    stage.focus("#tab-contact").await;
    stage.press("ArrowLeft").await;
    assert_eq!(stage.focused(), "tab-users");
    stage.press("ArrowRight").await;
    assert_eq!(stage.focused(), "tab-contact");
    stage.press("End").await;
    assert_eq!(stage.focused(), "tab-users");
}

#[wasm_bindgen_test]
async fn a_click_selects_a_tab_and_keeps_the_state_of_the_other_panel() {
    let stage = stage(Direction::Ltr).await;
    stage.input("#kept").set_value("typed");
    stage.click("#tab-users").await;
    assert!(is_selected(&stage, "users"));
    assert!(stage.get("#panel-contact").has_attribute("hidden"));
    assert!(!stage.get("#panel-users").has_attribute("hidden"));
    stage.click("#tab-contact").await;
    assert_eq!(stage.input("#kept").value(), "typed");
}

#[wasm_bindgen_test]
async fn the_focused_tab_is_the_only_tab_stop() {
    let stage = stage(Direction::Ltr).await;
    let stops = || [stage.get("#tab-contact").tab_index(), stage.get("#tab-users").tab_index()];
    assert_eq!(stops(), [0, -1]);
    stage.focus("#tab-contact").await;
    stage.press("ArrowRight").await;
    assert_eq!(stops(), [-1, 0]);
    stage.focus("#kept").await;
    assert_eq!(stops(), [0, -1]);
}

#[wasm_bindgen_test]
async fn focusing_or_hovering_a_tab_is_reported() {
    let stage = stage(Direction::Ltr).await;
    stage.focus("#tab-contact").await;
    stage.press("ArrowRight").await;
    assert_eq!(stage.texts("#approached"), ["contact users"]);
    let enter = Event::new("pointerenter").unwrap();
    stage.get("#tab-contact").dispatch_event(&enter).unwrap();
    settle().await;
    assert_eq!(stage.texts("#approached"), ["contact users contact"]);
    assert!(is_selected(&stage, "contact"));
}

#[wasm_bindgen_test]
async fn a_count_is_announced_in_words() {
    let stage = stage(Direction::Ltr).await;
    assert_eq!(stage.texts("#tab-contact .visually-hidden"), ["2 errors"]);
    assert_eq!(stage.texts("#tab-contact [aria-hidden]"), ["2"]);
}

#[wasm_bindgen_test]
async fn plain_events_throw_no_errors() {
    let stage = stage(Direction::Ltr).await;
    assert_eq!(stage.errors_of_plain_events().await, 0);
    stage.focus("#tab-contact").await;
    stage.press("ArrowRight").await;
    assert_eq!(stage.focused(), "tab-users");
}

#[wasm_bindgen_test]
async fn keys_of_the_browser_do_not_select_a_tab() {
    let stage = stage(Direction::Ltr).await;
    stage.focus("#tab-contact").await;
    for key in ["ArrowLeft", "ArrowRight", "Home", "End"] {
        assert!(stage.leaves_shortcuts(key).await, "{key}");
    }
}
