//! The reads that the loader began before this module was there.

use gloo_net::http::Response;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::{ApiError, request::PATIENCE};
use crate::browser::{now, sleep};

/// How long an early read may wait to be used, in seconds: as long as a first view takes, also on a
/// slow network.
const LONGEST_WAIT: u64 = 10;

/// Responses that are on their way.
pub(super) struct EarlyReads {
    /// From URL to promise of a response.
    promises: Object,
    /// When this module was there to use them, in seconds since 1970.
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

    /// Returns the response to a read of `url`. Each is used once; a failed one is not used, nor one
    /// that has waited, because what it says may have changed since.
    pub(super) async fn response(&self, url: &str) -> Result<Option<Response>, ApiError> {
        match self.take(url) {
            Some(promise) => within_patience(promise).await,
            None => Ok(None),
        }
    }

    fn take(&self, url: &str) -> Option<Promise> {
        if now() > self.began + LONGEST_WAIT {
            return None;
        }
        let promise: Promise = Reflect::get(&self.promises, &url.into()).ok()?.dyn_into().ok()?;
        let _ = Reflect::delete_property(&self.promises, &url.into());
        Some(promise)
    }
}

/// The response that is promised; `None` when it has failed.
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
