//! Waits until the browser is idle.

use js_sys::{Function, Promise};
use leptos::task::spawn_local;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::IdleRequestOptions;

use super::{saves_data, sleep};

/// The wait before a prefetch, in milliseconds, so that it does not compete with what the user does
/// first.
const PAUSE: u32 = 1_000;
/// The longest wait for an idle browser, in milliseconds.
const PATIENCE: u32 = 2_000;
/// The wait in a browser without `requestIdleCallback`, in milliseconds.
const A_MOMENT: u32 = 50;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = requestIdleCallback, catch)]
    fn request_idle_callback(task: &Function, options: &IdleRequestOptions)
    -> Result<u32, JsValue>;
}

/// Runs `fetch`, which loads what will probably be needed soon, when the browser is idle. Does
/// nothing if the user saves data.
pub fn prefetch(fetch: impl Future<Output = ()> + 'static) {
    spawn_local(async move {
        if !saves_data() {
            sleep(PAUSE).await;
            idle().await;
            fetch.await;
        }
    });
}

/// Waits until the browser is idle, so that a prefetch does not delay what the user is waiting for.
async fn idle() {
    let options = IdleRequestOptions::new();
    options.set_timeout(PATIENCE);
    let mut is_known = true;
    let promise = Promise::new(&mut |resolve, _| {
        is_known = request_idle_callback(&resolve, &options).is_ok();
    });
    if is_known {
        let _ = JsFuture::from(promise).await;
    } else {
        // Safari has no `requestIdleCallback`.
        sleep(A_MOMENT).await;
    }
}
