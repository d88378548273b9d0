//! Tests dialogs that can be closed, by their buttons and by Escape, one at a time.

use leptos::prelude::*;
use partner_portal::ui::{Button, Dialog, MandatoryDialog};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDialogElement;

use crate::stage::Stage;

/// Two closable dialogs, the second in front of the first, inside a mandatory one.
#[component]
fn Nested(submitted: RwSignal<u32>) -> impl IntoView {
    let (outer, inner) = (RwSignal::new(false), RwSignal::new(false));
    let close = move |which: RwSignal<bool>| Callback::new(move |()| which.set(false));
    let footer = move || {
        let open = Callback::new(move |()| inner.set(true));
        view! {
            <Button id="open-inner" on_press=open>"Remove"</Button>
            <Button id="save" submit=true>"Save"</Button>
        }
        .into_any()
    };
    view! {
        <MandatoryDialog title_id="mandatory-title">
            <h1 id="mandatory-title">"Required information"</h1>
            <button id="open-outer" on:click=move |_| outer.set(true)>"Manage"</button>
            {move || outer.get().then(|| view! {
                <Dialog
                    title_id="outer-title"
                    title="Ann"
                    close_label="Close"
                    on_close=close(outer)
                    on_submit=Callback::new(move |()| submitted.update(|count| *count += 1))
                    footer=footer()
                >
                    <input id="name" data-autofocus="" />
                </Dialog>
                {move || inner.get().then(|| view! {
                    <Dialog
                        title_id="inner-title"
                        title="Remove Ann?"
                        close_label="Close"
                        on_close=close(inner)
                        footer=().into_any()
                    >
                        "Ann loses access."
                    </Dialog>
                })}
            })}
        </MandatoryDialog>
    }
}

async fn stage(submitted: RwSignal<u32>) -> Stage {
    let stage = Stage::with(move || view! { <Nested submitted /> }).await;
    stage.focus("#open-outer").await;
    stage.click("#open-outer").await;
    stage
}

fn open_dialogs(stage: &Stage) -> usize {
    stage.texts("dialog[open]").len()
}

#[wasm_bindgen_test]
async fn it_opens_as_a_named_modal_with_the_focus_on_the_marked_element() {
    let stage = stage(RwSignal::new(0)).await;
    let dialog: HtmlDialogElement = stage.get("dialog dialog").unchecked_into();
    assert!(dialog.open() && dialog.matches(":modal").unwrap());
    assert_eq!(dialog.get_attribute("aria-labelledby").as_deref(), Some("outer-title"));
    assert_eq!(stage.focused(), "name");
}

#[wasm_bindgen_test]
async fn without_a_marked_element_the_focus_starts_on_the_title() {
    let stage = stage(RwSignal::new(0)).await;
    stage.click("#open-inner").await;
    assert_eq!(stage.focused(), "inner-title");
}

#[wasm_bindgen_test]
async fn each_escape_closes_the_front_dialog_and_restores_the_focus() {
    let stage = stage(RwSignal::new(0)).await;
    stage.focus("#open-inner").await;
    stage.click("#open-inner").await;
    assert_eq!(open_dialogs(&stage), 3);
    stage.press("Escape").await;
    assert_eq!((open_dialogs(&stage), stage.focused()), (2, "open-inner".to_owned()));
    stage.press("Escape").await;
    assert_eq!((open_dialogs(&stage), stage.focused()), (1, "open-outer".to_owned()));
    stage.press("Escape").await;
    assert_eq!(open_dialogs(&stage), 1);
}

#[wasm_bindgen_test]
async fn the_closing_button_closes_it() {
    let stage = stage(RwSignal::new(0)).await;
    stage.click("dialog dialog header button").await;
    assert_eq!((open_dialogs(&stage), stage.focused()), (1, "open-outer".to_owned()));
}

#[wasm_bindgen_test]
async fn a_click_beside_it_does_not_close_it() {
    let stage = stage(RwSignal::new(0)).await;
    stage.click("dialog dialog").await;
    assert_eq!(open_dialogs(&stage), 2);
}

#[wasm_bindgen_test]
async fn its_form_reports_a_submit_and_does_not_navigate() {
    let submitted = RwSignal::new(0);
    let stage = stage(submitted).await;
    stage.click("#save").await;
    assert_eq!(submitted.get_untracked(), 1);
    assert_eq!(open_dialogs(&stage), 2);
}

#[wasm_bindgen_test]
async fn plain_events_throw_no_errors() {
    let stage = stage(RwSignal::new(0)).await;
    assert_eq!(stage.errors_of_plain_events().await, 0);
}
