//! Tests that a long table renders only visible rows (virtualised list) and loads more near its
//! end.

use leptos::prelude::*;
use partner_portal::ui::VirtualList;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, settle};

async fn stage(loaded: usize) -> Stage {
    Stage::with(move || {
        let count = RwSignal::new(loaded);
        let asked = RwSignal::new(0);
        let render = |index: usize| view! { <div role="row">{index}</div> }.into_any();
        view! {
            <VirtualList
                assumed_row_height=20
                count
                total=Some(10_000)
                render
                label="Users"
                on_near_end=move |()| {
                    asked.update(|asked| *asked += 1);
                    if count.get_untracked() < 200 {
                        count.update(|count| *count += 100);
                    }
                }
            />
            <output id="asked">{move || asked.get()}</output>
            <style>".virtual-list { height: 480px; overflow: auto } [role=row] { height: 48px }"</style>
        }
    })
    .await
}

#[wasm_bindgen_test]
async fn ten_thousand_rows_are_rendered_as_a_few_elements() {
    let stage = stage(10_000).await;
    assert!(stage.texts("[role=row]").len() < 30);
    let table = stage.get("[role=table]");
    assert_eq!(table.get_attribute("aria-rowcount").as_deref(), Some("10001"));
    table.set_scroll_top(48 * 5_000);
    settle().await;
    assert!(stage.texts("[role=row]").contains(&"5000".to_owned()));
    assert!(stage.texts("[role=row]").len() < 30);
    assert_eq!(stage.texts("#asked"), ["0"]);
}

#[wasm_bindgen_test]
async fn scrolling_near_the_end_requests_more_once_per_growth() {
    let stage = stage(100).await;
    assert_eq!(stage.texts("#asked"), ["0"]);
    stage.get("[role=table]").set_scroll_top(48 * 100);
    settle().await;
    assert_eq!(stage.texts("#asked"), ["1"]);
    stage.get("[role=table]").set_scroll_top(48 * 200);
    settle().await;
    assert_eq!(stage.texts("#asked"), ["2"]);
}
