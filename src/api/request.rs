//! The settings that all requests share.

use gloo_net::http::{Request, RequestBuilder};
use js_sys::Reflect;
use partner_portal_contract::paths::MAX_WAIT_SECONDS;
use wasm_bindgen::JsValue;
use web_sys::{RequestInit, RequestRedirect};

use crate::browser::{Abort, signal_within};

/// The time after which a request is given up, in milliseconds. It is longer than the backend takes
/// when it is asked to wait for a change.
pub(super) const PATIENCE: u32 = (MAX_WAIT_SECONDS + 15) * 1_000;

/// The largest body of a request that outlives its page, in bytes. Browsers allow 64 KiB for all
/// such requests of a page together.
pub(super) const LARGEST_KEPT_ALIVE: usize = 60_000;

pub(super) const JSON: &str = "application/json";

/// The time until which a write is continued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lifetime {
    /// Until the page that sends it is closed.
    Page,
    /// Until it has arrived, even if the page is closed.
    BeyondPage,
}

/// Adds the settings that all requests share.
pub(super) fn common(builder: RequestBuilder, abort: Option<&Abort>) -> RequestBuilder {
    builder
        .header("accept", JSON)
        // If redirects were followed, the content of a write could reach the sign-in page of a
        // gateway.
        .redirect(RequestRedirect::Manual)
        .abort_signal(Some(&signal_within(PATIENCE, abort)))
}

/// Returns the same request with `keepalive`, or unchanged if the browser does not support it.
pub(super) fn kept_alive(request: Request) -> Request {
    let request: web_sys::Request = request.into();
    let init = RequestInit::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE);
    web_sys::Request::new_with_request_and_init(&request, &init).unwrap_or(request).into()
}
