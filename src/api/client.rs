//! One request: the base, the early reads, the headers and the errors that all requests share.

use std::{cell::RefCell, rc::Rc};

use gloo_net::http::{Headers, Request, RequestBuilder, Response};
use js_sys::{Array, Function, Object, Promise, Reflect};
use partner_portal_contract::{
    paths::{self, CSRF_HEADER, MAX_WAIT_SECONDS, USER_HEADER, user_header},
    session::Session,
};
use send_wrapper::SendWrapper;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::{ApiError, json};
use crate::browser::{Abort, now, signal_within, sleep};

/// How long an early read may wait to be used, in seconds: as long as a first view takes, also on a
/// slow network.
const LONGEST_WAIT: u64 = 10;

/// After so long an answer is not waited for any more, in milliseconds: longer than the backend takes
/// where it is asked to wait for a change.
const PATIENCE: u32 = (MAX_WAIT_SECONDS + 15) * 1_000;

const JSON: &str = "application/json";

/// Sends requests to the backend.
#[derive(Clone)]
pub struct Api(SendWrapper<Rc<Inner>>);

struct Inner {
    base: String,
    /// Requests that the loader began before this module was there: URL to promise of a response.
    early: Object,
    /// When this module was there to use them, in seconds since 1970.
    began: u64,
    /// Where the host has tokens: sends a request with one, as `fetch` does.
    authorised: Option<Function>,
    /// Whom the requests are meant for, as [`USER_HEADER`] says it; nobody before that is known.
    user: RefCell<Option<String>>,
    /// What ends the reads when nobody is there any more for their answers.
    reads: Abort,
}

impl Api {
    /// `base` is the API's path, such as `/api/v1`. Each promise in `early` answers the first read
    /// of its URL. `authorised` takes the place of `fetch`.
    pub fn new(base: String, early: Object, authorised: Option<Function>) -> Self {
        let (began, user, reads) = (now(), RefCell::default(), Abort::default());
        Self(SendWrapper::new(Rc::new(Inner { base, early, began, authorised, user, reads })))
    }

    /// Ends the reads that are under way. What somebody has sent still arrives.
    pub fn end_reads(&self) {
        self.0.reads.abort();
    }

    /// Means all further requests for this user, who is signed in; `false` when they are another
    /// one's already. In another tab somebody else may sign in, and the browser's cookie is theirs
    /// from then on. With tokens the loader sees to that: they never become another person's.
    pub fn speak_for(&self, user: &str) -> bool {
        let user = user_header(user);
        self.0.authorised.is_some()
            || *self.0.user.borrow_mut().get_or_insert_with(|| user.clone()) == user
    }

    /// Whoever signs in next is meant.
    pub fn speak_for_nobody(&self) {
        self.0.user.take();
    }

    /// Who is signed in, whoever that is now.
    pub async fn session(&self) -> Result<Session, ApiError> {
        let url = self.url(paths::SESSION);
        let response = match self.early(&url).await? {
            Some(response) => response,
            None => self.send_for_anybody(Request::get(&url), Some(&self.0.reads)).await?,
        };
        parse(response).await
    }

    pub(super) fn url(&self, path: &str) -> String {
        self.0.base.clone() + path
    }

    /// Reads and parses.
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, ApiError> {
        parse(self.get_response(path).await?).await
    }

    pub(super) async fn get_response(&self, path: &str) -> Result<Response, ApiError> {
        let url = self.url(path);
        match self.early(&url).await? {
            Some(response) => Ok(response),
            None => self.send(Request::get(&url), Some(&self.0.reads)).await,
        }
    }

    /// The response that the loader asked for; each is used once, and a failed one not at all, nor
    /// one that has waited: what it says may have changed since.
    async fn early(&self, url: &str) -> Result<Option<Response>, ApiError> {
        match self.take_early(url) {
            Some(promise) => within_patience(promise).await,
            None => Ok(None),
        }
    }

    fn take_early(&self, url: &str) -> Option<Promise> {
        if now() > self.0.began + LONGEST_WAIT {
            return None;
        }
        let promise: Promise = Reflect::get(&self.0.early, &url.into()).ok()?.dyn_into().ok()?;
        let _ = Reflect::delete_property(&self.0.early, &url.into());
        Some(promise)
    }

    /// Sends a request; `abort` ends it.
    pub(super) async fn send(
        &self,
        builder: RequestBuilder,
        abort: Option<&Abort>,
    ) -> Result<Response, ApiError> {
        self.send_for_anybody(self.for_user(builder), abort).await
    }

    async fn send_for_anybody(
        &self,
        builder: RequestBuilder,
        abort: Option<&Abort>,
    ) -> Result<Response, ApiError> {
        let signal = signal_within(PATIENCE, abort);
        let request = builder.header("accept", JSON).abort_signal(Some(&signal));
        self.transmit(request.build()).await.map_err(|error| match abort {
            Some(abort) if abort.is_aborted() => ApiError::Aborted,
            _ => error,
        })
    }

    /// Sends a write with a body; the header proves that it is from our own page.
    pub(super) async fn write<T: Serialize>(
        &self,
        builder: RequestBuilder,
        body: &T,
    ) -> Result<Response, ApiError> {
        let request = self
            .for_user(builder)
            .header("content-type", JSON)
            .header(CSRF_HEADER, "1")
            .abort_signal(Some(&signal_within(PATIENCE, None)))
            .body(json::write(body));
        self.transmit(request).await
    }

    /// Sends a write that says everything by its method and its path.
    pub(super) async fn write_without_body(
        &self,
        builder: RequestBuilder,
    ) -> Result<Response, ApiError> {
        self.send(builder.header(CSRF_HEADER, "1"), None).await
    }

    fn for_user(&self, builder: RequestBuilder) -> RequestBuilder {
        match &*self.0.user.borrow() {
            Some(user) => builder.header(USER_HEADER, user),
            None => builder,
        }
    }

    /// Through the host's tokens where there are any, else with the browser's cookie.
    async fn transmit(
        &self,
        request: Result<Request, gloo_net::Error>,
    ) -> Result<Response, ApiError> {
        let sent = async {
            let request = request.ok()?;
            let Some(authorised) = &self.0.authorised else {
                return request.send().await.ok();
            };
            let request: web_sys::Request = request.into();
            let promise: Promise =
                authorised.call1(&JsValue::UNDEFINED, &request).ok()?.dyn_into().ok()?;
            let response: web_sys::Response =
                JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
            Some(response.into())
        };
        sent.await.ok_or(ApiError::Unreachable)
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

pub(super) async fn parse<T: DeserializeOwned>(response: Response) -> Result<T, ApiError> {
    let body = response.text().await.map_err(|_| ApiError::Unreachable)?;
    if !response.ok() {
        return Err(ApiError::from_body(&body, retry_after(&response.headers())));
    }
    json::read(&body).map_err(|_| ApiError::Unreachable)
}

/// For an answer without a body.
pub(super) async fn expect_success(response: Response) -> Result<(), ApiError> {
    if response.ok() {
        return Ok(());
    }
    let body = response.text().await.map_err(|_| ApiError::Unreachable)?;
    Err(ApiError::from_body(&body, retry_after(&response.headers())))
}

/// `Retry-After` in seconds.
fn retry_after(headers: &Headers) -> Option<u32> {
    headers.get("retry-after")?.parse().ok()
}
