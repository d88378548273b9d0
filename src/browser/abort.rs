//! Ends a request that nobody waits for any more.

use std::rc::Rc;

use js_sys::Array;
use send_wrapper::SendWrapper;
use web_sys::{AbortController, AbortSignal};

/// Hand this to a request that is to end after so many milliseconds, and when `abort` does.
pub fn signal_within(milliseconds: u32, abort: Option<&Abort>) -> AbortSignal {
    let late = AbortSignal::timeout_with_u32(milliseconds);
    match abort {
        Some(abort) => AbortSignal::any(&Array::of2(&abort.0.0.signal(), &late)),
        None => late,
    }
}

/// Aborts its requests when it is dropped or told to.
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
        #[expect(clippy::expect_used, reason = "the constructor has no way to fail")]
        let controller = AbortController::new().expect("AbortController");
        Self(SendWrapper::new(Rc::new(Controller(controller))))
    }
}

impl Abort {
    /// Whether the request has been ended.
    pub fn is_aborted(&self) -> bool {
        self.0.0.signal().aborted()
    }

    /// Ends the request.
    pub fn abort(&self) {
        self.0.0.abort();
    }
}
