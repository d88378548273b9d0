//! Uses the reads that the loader sent before this module had loaded.

use gloo_net::http::Response;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::{ApiError, request::PATIENCE};
use crate::browser::{now, sleep};

/// The time after which an unused early read is ignored, in seconds. A first view takes no longer,
/// even on a slow network.
const LONGEST_WAIT: u64 = 10;

/// The responses of the early reads.
pub(super) struct EarlyReads {
    /// Maps URLs to promises of responses.
    promises: Object,
    /// The time when this module was loaded, in seconds since 1970.
    began: u64,
}

impl EarlyReads {
    pub(super) fn new(promises: Object) -> Self {
        Self { promises, began: now() }
    }

    #[cfg(feature = "ssr")]
    pub(super) fn absent() -> Self {
        Self { promises: JsValue::UNDEFINED.unchecked_into(), began: 0 }
    }

    /// Returns the early response for `url`. Each response is used once. Returns `None` if there is
    /// none, if the read failed, or after [`LONGEST_WAIT`], because its content may have changed
    /// since.
    pub(super) async fn response(&self, url: &str) -> Result<Option<Response>, ApiError> {
        match self.take_promise(url) {
            Some(promise) => within_patience(promise).await,
            None => Ok(None),
        }
    }

    fn take_promise(&self, url: &str) -> Option<Promise> {
        if now() > self.began + LONGEST_WAIT {
            return None;
        }
        let promise: Promise = Reflect::get(&self.promises, &url.into()).ok()?.dyn_into().ok()?;
        let _ = Reflect::delete_property(&self.promises, &url.into());
        Some(promise)
    }
}

/// Waits for a promised response. Returns `None` if the read failed, and an error if it takes
/// longer than [`PATIENCE`].
async fn within_patience(promise: Promise) -> Result<Option<Response>, ApiError> {
    let late = future_to_promise(async {
        sleep(PATIENCE).await;
        Ok(JsValue::NULL)
    });
    match JsFuture::from(Promise::race(&Array::of2(&promise, &late))).await {
        Ok(late) if late.is_null() => Err(ApiError::Unreachable),
        Ok(response) => Ok(response.dyn_into::<web_sys::Response>().ok().map(Response::from)),
        Err(_) => Ok(None),
    }
}
