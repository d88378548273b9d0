//! Ends a request that nobody waits for any more.

use std::rc::Rc;

use send_wrapper::SendWrapper;
use web_sys::{AbortController, AbortSignal};

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
    /// Hand this to the request.
    pub fn signal(&self) -> AbortSignal {
        self.0.0.signal()
    }

    /// Whether the request has been ended.
    pub fn is_aborted(&self) -> bool {
        self.signal().aborted()
    }

    /// Ends the request.
    pub fn abort(&self) {
        self.0.0.abort();
    }
}
