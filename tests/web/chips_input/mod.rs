//! Tests that chips are created, edited and removed by keyboard and that nothing typed is lost.

mod changes;
mod composition;
mod keys;
mod limits;
mod typed_before;

use leptos::html::Div;
use leptos::prelude::*;
use partner_portal::ui::{Chip, ChipsInput, ChipsLabels, EntrySyntax, focus_by_id};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{ClipboardEvent, ClipboardEventInit, DataTransfer};

use crate::stage::{ErrorWatch, Stage, settle, window};

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
        undo: "Undo".into(),
        undone: "Undone".into(),
        more: Callback::new(|count: usize| format!("and {count} more")),
        too_much: Callback::new(|(entries, characters): (usize, usize)| {
            format!("{entries} entries and {characters} characters are too much")
        }),
    }
}

const SYNTAX: EntrySyntax = EntrySyntax { split, separators: &[',', ';', '\n'] };

/// The state of an input when it is rendered.
#[derive(Default)]
struct Start<'a> {
    entries: &'a [&'a str],
    /// The text in the input.
    text: &'a str,
    /// True if the input has the focus before the chips are rendered.
    is_typing: bool,
}

async fn stage(direction: &str, entries: &[&str]) -> Stage {
    build(direction, Start { entries, ..Start::default() }).await
}

async fn stage_from(start: Start<'_>) -> Stage {
    build("ltr", start).await
}

async fn build(direction: &str, start: Start<'_>) -> Stage {
    let Start { entries, text, is_typing } = start;
    let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
    let text = text.to_owned();
    Stage::in_direction(direction, move || {
        let entries = RwSignal::new(entries.clone());
        let text = RwSignal::new(text.clone());
        let around = NodeRef::<Div>::new();
        around.on_load(move |around| {
            if is_typing {
                focus_by_id(&around, "to");
            }
        });
        let chip = |text: String| {
            let error = (!text.contains('@')).then(|| "has no @".to_owned());
            Chip { text, error }
        };
        let chips = Memo::new(move |_| entries.get().into_iter().map(chip).collect::<Vec<_>>());
        view! {
            <div node_ref=around>
                <ChipsInput
                    id="to"
                    chips
                    on_change=move |changed| entries.set(changed)
                    syntax=&SYNTAX
                    text
                    labels=labels()
                />
            </div>
            <button id="after">"After"</button>
        }
    })
    .await
}

fn chips(stage: &Stage) -> Vec<String> {
    stage.texts(".chip-text bdi")
}

/// Pastes into the input. Returns true if the browser's default was prevented.
async fn paste(stage: &Stage, text: &str) -> bool {
    stage.focus("#to").await;
    let data = DataTransfer::new().unwrap();
    data.set_data("text/plain", text).unwrap();
    let init = ClipboardEventInit::new();
    init.set_clipboard_data(Some(&data));
    init.set_cancelable(true);
    let paste = ClipboardEvent::new_with_event_init_dict("paste", &init).unwrap();
    let prevented = !stage.get("#to").dispatch_event(&paste).unwrap();
    settle().await;
    prevented
}

#[wasm_bindgen_test]
async fn enter_comma_and_semicolon_create_a_chip() {
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
async fn autofill_changes_only_the_focused_input_and_only_once() {
    let stage = stage("ltr", &[]).await;
    stage.focus("#after").await;
    stage.autofill("#to", "a@x.example").await;
    assert_eq!(stage.input("#to").value(), "");
    stage.focus("#to").await;
    stage.autofill("#to", "a@x.example").await;
    stage.autofill("#to", "a@x.example").await;
    assert_eq!(chips(&stage), [""; 0]);
    stage.focus("#after").await;
    assert_eq!(chips(&stage), ["a@x.example"]);
}

#[wasm_bindgen_test]
async fn tab_is_left_to_the_browser_and_leaving_creates_a_chip() {
    let stage = stage("ltr", &[]).await;
    stage.type_in("#to", "a@x.example").await;
    assert!(!stage.press("Tab").await);
    stage.focus("#after").await;
    assert_eq!(chips(&stage), ["a@x.example"]);
}

#[wasm_bindgen_test]
async fn a_separator_from_a_keyboard_without_key_names_creates_a_chip() {
    let stage = stage("ltr", &[]).await;
    stage.type_in("#to", "a@x.example,").await;
    assert_eq!(chips(&stage), ["a@x.example"]);
}

#[wasm_bindgen_test]
async fn pasting_a_list_creates_several_chips() {
    let stage = stage("ltr", &[]).await;
    assert!(paste(&stage, "a@x.example\nb@x.example; c@x.example").await);
    assert_eq!(chips(&stage), ["a@x.example", "b@x.example", "c@x.example"]);
    assert_eq!(stage.texts("[role=status]"), ["3 added"]);
}

#[wasm_bindgen_test]
async fn a_single_pasted_word_is_left_to_the_browser() {
    let stage = stage("ltr", &[]).await;
    assert!(!paste(&stage, " a@x.example\n").await);
}

#[wasm_bindgen_test]
async fn backspace_in_the_empty_input_focuses_the_last_chip_and_removes_nothing() {
    let stage = stage("ltr", &["a@x.example", "b@x.example"]).await;
    stage.focus("#to").await;
    stage.press("Backspace").await;
    assert_eq!(stage.focused(), "to-chip-1");
    assert_eq!(chips(&stage).len(), 2);
}

#[wasm_bindgen_test]
async fn arrows_move_between_chips_and_input_in_both_directions() {
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
async fn arrows_inside_typed_text_stay_in_the_input() {
    let stage = stage("ltr", &["a@x.example"]).await;
    stage.type_in("#to", "typed").await;
    stage.input("#to").set_selection_range(2, 2).unwrap();
    assert!(!stage.press("ArrowLeft").await);
    assert_eq!(stage.focused(), "to");
}

#[wasm_bindgen_test]
async fn an_invalid_chip_is_kept_and_shows_the_reason() {
    let stage = stage("ltr", &["nobody"]).await;
    let chip = stage.get("#to-chip-0");
    assert_eq!(chip.get_attribute("aria-label").as_deref(), Some("Edit nobody"));
    let reason = chip.get_attribute("aria-describedby").unwrap();
    assert_eq!(stage.get(&format!("#{reason}")).text_content().unwrap(), "nobody has no @");
}

#[wasm_bindgen_test]
async fn addresses_keep_their_own_direction_in_every_language() {
    let stage = stage("rtl", &["a@x.example", "\u{5d0}@\u{5d3}.example"]).await;
    let runs = |selector: &str| {
        let style = window().get_computed_style(&stage.get(selector)).unwrap().unwrap();
        style.get_property_value("direction").unwrap()
    };
    assert_eq!(runs("#to"), "ltr");
    assert_eq!(runs("#to-chip-0 bdi"), "ltr");
    assert_eq!(runs("#to-chip-1 bdi"), "rtl");
    stage.type_in("#to", "\u{5d0}@").await;
    assert_eq!(runs("#to"), "rtl");
}

#[wasm_bindgen_test]
async fn unmounting_while_typing_throws_no_errors() {
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
