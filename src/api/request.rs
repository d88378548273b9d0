//! What every request has.

use gloo_net::http::{Request, RequestBuilder};
use js_sys::Reflect;
use partner_portal_contract::paths::MAX_WAIT_SECONDS;
use wasm_bindgen::JsValue;
use web_sys::{RequestInit, RequestRedirect};

use crate::browser::{Abort, signal_within};

/// After so long an answer is not waited for any more, in milliseconds: longer than the backend takes
/// where it is asked to wait for a change.
pub(super) const PATIENCE: u32 = (MAX_WAIT_SECONDS + 15) * 1_000;

/// The largest body that outlives its page, in bytes. Browsers allow 64 KiB to all such requests of a
/// page together.
pub(super) const LARGEST_KEPT_ALIVE: usize = 60_000;

pub(super) const JSON: &str = "application/json";

/// When a write is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lifetime {
    /// With the page that sends it.
    Page,
    /// Never: it arrives although the page is closed meanwhile.
    BeyondPage,
}

/// Adds what every request has.
pub(super) fn common(builder: RequestBuilder, abort: Option<&Abort>) -> RequestBuilder {
    builder
        .header("accept", JSON)
        // Followed, a write could take what it carries to the sign-in page of a gateway.
        .redirect(RequestRedirect::Manual)
        .abort_signal(Some(&signal_within(PATIENCE, abort)))
}

/// Returns the same request with `keepalive`; unchanged in a browser that cannot.
pub(super) fn kept_alive(request: Request) -> Request {
    let request: web_sys::Request = request.into();
    let init = RequestInit::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE);
    web_sys::Request::new_with_request_and_init(&request, &init).unwrap_or(request).into()
}
