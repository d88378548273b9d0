//! Aborts requests whose answers are no longer needed.

use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = AbortSignal, js_name = any, catch)]
    fn any_of(signals: &Array) -> Result<AbortSignal, JsValue>;
}

/// Returns a signal that aborts after so many milliseconds, or earlier when `abort` does.
pub fn signal_within(milliseconds: u32, abort: Option<&Abort>) -> AbortSignal {
    let late = AbortSignal::timeout_with_u32(milliseconds);
    match abort {
        Some(abort) => either(&abort.0.0.signal(), &late),
        None => late,
    }
}

/// Returns a signal that aborts when either of the two does. Chrome before 116, Firefox before 124
/// and Safari before 17.4 have no `AbortSignal.any`.
fn either(one: &AbortSignal, other: &AbortSignal) -> AbortSignal {
    any_of(&Array::of2(one, other)).unwrap_or_else(|_| {
        let controller = new_controller();
        let abort = Reflect::get(&controller, &"abort".into()).unwrap_or_default();
        // Binds an undefined reason. Otherwise the listener would pass the event as the reason.
        let abort = abort.unchecked_into::<Function>().bind1(&controller, &JsValue::UNDEFINED);
        for signal in [one, other] {
            if signal.aborted() {
                controller.abort();
            }
            // Adding does not fail for any argument that this function can pass.
            let _ = signal.add_event_listener_with_callback("abort", abort.unchecked_ref());
        }
        controller.signal()
    })
}

fn new_controller() -> AbortController {
    #[expect(clippy::expect_used, reason = "the constructor has no way to fail")]
    AbortController::new().expect("AbortController")
}

/// A handle that aborts its requests when it is dropped or told to.
#[derive(Clone)]
pub struct Abort(SendWrapper<Rc<Controller>>);

struct Controller(AbortController);

impl Drop for Controller {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Default for Abort {
    fn default() -> Self {
        Self(SendWrapper::new(Rc::new(Controller(new_controller()))))
    }
}

impl Abort {
    /// Returns a handle without a controller, for a view that is rendered without a browser. It
    /// must not be used or dropped.
    #[cfg(feature = "ssr")]
    pub fn absent() -> Self {
        Self(SendWrapper::new(Rc::new(Controller(JsValue::UNDEFINED.unchecked_into()))))
    }

    /// Returns whether the requests have been aborted.
    pub fn is_aborted(&self) -> bool {
        self.0.0.signal().aborted()
    }

    /// Aborts the requests.
    pub fn abort(&self) {
        self.0.0.abort();
    }

    /// Waits until [`Self::abort`] is called.
    pub async fn aborted(&self) {
        aborted(&self.0.0.signal()).await;
    }

    /// Waits until [`Self::abort`] is called, but at most so many milliseconds.
    pub async fn aborted_within(&self, milliseconds: u32) {
        aborted(&signal_within(milliseconds, Some(self))).await;
    }
}

async fn aborted(signal: &AbortSignal) {
    if signal.aborted() {
        return;
    }
    let promise = Promise::new(&mut |resolve, _| {
        // Adding does not fail for any argument that this function can pass.
        let _ = signal.add_event_listener_with_callback("abort", &resolve);
    });
    let _ = JsFuture::from(promise).await;
}
