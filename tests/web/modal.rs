//! Tests that a modal dialog survives moves of its surroundings and does not block the page while
//! it is hidden.

use leptos::prelude::*;
use partner_portal::ui::{Dialog, MandatoryDialog};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlDialogElement, HtmlElement, Node};

use crate::stage::{Stage, document, eventually, microtask, settle};

/// Mounts two nested dialogs, each with an input.
async fn mandatory() -> Stage {
    let stage = Stage::with(|| {
        let is_open = RwSignal::new(false);
        view! {
            <MandatoryDialog title_id="title">
                <h1 id="title">"Required information"</h1>
                <input id="name" />
                <button id="open" on:click=move |_| is_open.set(true)>
                    "Manage"
                </button>
                {move || {
                    is_open.get().then(|| view! { <Inner is_open /> })
                }}
            </MandatoryDialog>
        }
    })
    .await;
    stage.focus("#name").await;
    stage
}

#[component]
fn Inner(is_open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog
            title_id="inner-title"
            title="Ann"
            close_label="Close"
            on_close=move |()| is_open.set(false)
            footer=().into_any()
        >
            <input id="inner-name" />
        </Dialog>
    }
}

/// Mounts a closable dialog that contains the focus, and the button that opened it.
async fn leavable() -> Stage {
    let stage = Stage::with(|| {
        let is_open = RwSignal::new(false);
        view! {
            <button id="open" on:click=move |_| is_open.set(true)>
                "Manage"
            </button>
            {move || is_open.get().then(|| view! { <Inner is_open /> })}
        }
    })
    .await;
    stage.focus("#open").await;
    stage.click("#open").await;
    stage.focus("#inner-name").await;
    stage
}

/// An element of the page that is removed after the test.
struct Place(HtmlElement);

impl Place {
    fn new() -> Self {
        let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&place).unwrap();
        Self(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.remove();
    }
}

fn modal_count(stage: &Stage) -> usize {
    stage.texts("dialog:modal").len()
}

fn append(parent: &Node, child: &Node) {
    parent.append_child(child).unwrap();
}

#[wasm_bindgen_test]
async fn after_a_move_in_the_page_it_is_modal_again_before_the_next_task() {
    for (stage, focused) in [(mandatory().await, "name"), (leavable().await, "inner-name")] {
        let place = Place::new();
        append(&place.0, &stage.host());
        microtask().await;
        assert_eq!((modal_count(&stage), stage.focused()), (1, focused.to_owned()));
        settle().await;
        assert_eq!((modal_count(&stage), stage.focused()), (1, focused.to_owned()));
    }
}

#[wasm_bindgen_test]
async fn it_is_modal_again_after_its_surroundings_have_moved() {
    let stage = mandatory().await;
    let (outer, inner) = (Place::new(), Place::new());
    append(&inner.0, &stage.host());
    append(&outer.0, &inner.0);
    microtask().await;
    assert_eq!((modal_count(&stage), stage.focused()), (1, "name".to_owned()));
}

#[wasm_bindgen_test]
async fn after_a_later_reinsertion_it_is_modal_again() {
    for (stage, focused) in [(mandatory().await, "name"), (leavable().await, "inner-name")] {
        stage.host().remove();
        settle().await;
        assert_eq!(modal_count(&stage), 0);
        append(&document().body().unwrap(), &stage.host());
        microtask().await;
        assert_eq!((modal_count(&stage), stage.focused()), (1, focused.to_owned()));
    }
}

#[wasm_bindgen_test]
async fn in_another_shadow_root_it_becomes_modal_again_and_stays_modal() {
    let stage = mandatory().await;
    let (place, other) = (Place::new(), Place::new());
    let init = web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open);
    let root = place.0.attach_shadow(&init).unwrap();
    append(&root, &stage.host());
    eventually(|| modal_count(&stage) == 1).await;
    assert_eq!(stage.focused(), "name");
    append(&other.0, &place.0);
    microtask().await;
    assert_eq!((modal_count(&stage), stage.focused()), (1, "name".to_owned()));
}

#[wasm_bindgen_test]
async fn a_dialog_in_front_stays_in_front() {
    let stage = mandatory().await;
    stage.focus("#open").await;
    stage.click("#open").await;
    stage.focus("#inner-name").await;
    let mandatory: HtmlDialogElement = stage.get("dialog").unchecked_into();
    let place = Place::new();
    for (what, disturb) in [
        ("a move", Box::new(|| append(&place.0, &stage.host())) as Box<dyn Fn()>),
        ("close()", Box::new(|| mandatory.close())),
    ] {
        disturb();
        settle().await;
        assert_eq!(modal_count(&stage), 2, "after {what}");
        assert_eq!(stage.focused(), "inner-name", "after {what}");
        assert!(is_in_front(&stage.get("dialog dialog")), "after {what}");
    }
    stage.press("Escape").await;
    assert_eq!((modal_count(&stage), stage.focused()), (1, "open".to_owned()));
}

/// Returns true if a click in the dialog's corner would reach the dialog.
fn is_in_front(dialog: &HtmlElement) -> bool {
    let bounds = dialog.get_bounding_client_rect();
    #[expect(clippy::cast_possible_truncation, reason = "a coordinate on the screen")]
    let (x, y) = ((bounds.x() + 4.0) as f32, (bounds.y() + 4.0) as f32);
    let root = dialog.get_root_node().unchecked_into::<web_sys::ShadowRoot>();
    root.element_from_point(x, y).is_some_and(|hit| dialog.contains(Some(&hit)))
}

#[wasm_bindgen_test]
async fn a_moved_dialog_restores_the_focus_when_it_is_closed() {
    let stage = leavable().await;
    let place = Place::new();
    append(&place.0, &stage.host());
    settle().await;
    stage.press("Escape").await;
    assert_eq!((modal_count(&stage), stage.focused()), (0, "open".to_owned()));
}

/// Returns the ways in which a page can hide its content: a description, an attribute and its
/// value.
fn ways_to_hide() -> [(&'static str, &'static str, &'static str); 5] {
    [
        ("hidden", "hidden", ""),
        ("inert", "inert", ""),
        ("display: none", "style", "display: none"),
        ("content-visibility", "style", "content-visibility: hidden"),
        ("hidden until found", "hidden", "until-found"),
    ]
}

async fn expect_hidden_and_back(stage: &Stage, around: &Element, focused: &str) {
    for (way, name, value) in ways_to_hide() {
        around.set_attribute(name, value).unwrap();
        eventually(|| modal_count(stage) == 0).await;
        settle().await;
        assert_eq!(stage.texts("dialog[open]").len(), 0, "{way}");
        around.remove_attribute(name).unwrap();
        eventually(|| modal_count(stage) == 1).await;
        assert_eq!(stage.focused(), focused, "{way}");
    }
}

#[wasm_bindgen_test]
async fn it_is_not_modal_while_the_page_hides_it() {
    for (stage, focused) in [(mandatory().await, "name"), (leavable().await, "inner-name")] {
        expect_hidden_and_back(&stage, &stage.host(), focused).await;
    }
}

#[wasm_bindgen_test]
async fn it_is_not_modal_while_an_element_around_it_is_hidden() {
    for (stage, focused) in [(mandatory().await, "name"), (leavable().await, "inner-name")] {
        let place = Place::new();
        append(&place.0, &stage.host());
        expect_hidden_and_back(&stage, &place.0, focused).await;
    }
}

#[wasm_bindgen_test]
async fn a_hidden_dialog_below_the_end_of_a_long_page_becomes_modal_again() {
    let stage = mandatory().await;
    let (long, place) = (Place::new(), Place::new());
    long.0.style().set_property("block-size", "30000px").unwrap();
    append(&place.0, &stage.host());
    expect_hidden_and_back(&stage, &place.0, "name").await;
}

#[wasm_bindgen_test]
async fn it_opens_only_when_it_is_visible() {
    let place = Place::new();
    place.0.set_hidden(true);
    let stage = Stage::within(place.0.clone(), || {
        view! {
            <MandatoryDialog title_id="title">
                <h1 id="title">"Required information"</h1>
            </MandatoryDialog>
        }
    })
    .await;
    assert_eq!(modal_count(&stage), 0);
    place.0.set_hidden(false);
    eventually(|| modal_count(&stage) == 1).await;
    assert_eq!(stage.focused(), "title");
}
