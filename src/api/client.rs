//! The API client: the base path, early reads, headers and errors that all requests share.

use std::{cell::RefCell, rc::Rc};

use gloo_net::http::{Request, RequestBuilder, Response};
use js_sys::{Function, Object, Promise};
use partner_portal_contract::{
    ProblemCode,
    paths::{self, CSRF_HEADER, USER_HEADER, user_header},
    session::Session,
};
use send_wrapper::SendWrapper;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{
    ApiError,
    early_reads::EarlyReads,
    json,
    request::{JSON, LARGEST_KEPT_ALIVE, Lifetime, common, kept_alive},
    response,
};
use crate::browser::Abort;

/// Sends requests to the backend.
#[derive(Clone)]
pub struct Api(SendWrapper<Rc<Inner>>);

struct Inner {
    base: String,
    early: EarlyReads,
    /// Sends a request with one of the host's tokens, like `fetch`. `None` if the host has none.
    authorised: Option<Function>,
    /// The value of [`USER_HEADER`]: the user whose requests these are. `None` until the user is
    /// known.
    user: RefCell<Option<String>>,
    /// Aborts the reads when the portal is unmounted.
    reads: Abort,
    /// Runs when a request is refused because the session has ended.
    on_refusal: RefCell<Option<Box<dyn Fn()>>>,
}

impl Api {
    /// Creates a client. `base` is the API's path, such as `/api/v1`. `early` maps URLs to
    /// promises: each is the response to the first read of its URL. The loader requests the session
    /// together with the other reads of the first view, and adds one promise for each of them.
    /// `authorised` replaces `fetch`.
    pub fn new(base: String, early: Object, authorised: Option<Function>) -> Self {
        Self(SendWrapper::new(Rc::new(Inner {
            base,
            early: EarlyReads::new(early),
            authorised,
            user: RefCell::default(),
            reads: Abort::default(),
            on_refusal: RefCell::default(),
        })))
    }

    /// Creates a client that sends nothing, for a view that is rendered without a browser.
    #[cfg(feature = "ssr")]
    pub fn absent() -> Self {
        Self(SendWrapper::new(Rc::new(Inner {
            base: String::new(),
            early: EarlyReads::absent(),
            authorised: None,
            user: RefCell::default(),
            reads: Abort::absent(),
            on_refusal: RefCell::default(),
        })))
    }

    /// Calls `react` whenever a request of the user is refused because the session has ended.
    pub fn on_refusal(&self, react: impl Fn() + 'static) {
        self.0.on_refusal.replace(Some(Box::new(react)));
    }

    /// Aborts the pending reads. Writes that have been sent still arrive.
    pub fn end_reads(&self) {
        self.0.reads.abort();
    }

    /// Tags further requests with this signed-in user. Returns `false` if they are already tagged
    /// with another user. That happens because another user may sign in in another tab, and the
    /// browser then sends that user's cookie. With tokens it always returns `true`, because the
    /// loader never sends one user's request with another user's token.
    pub fn set_user(&self, user: &str) -> bool {
        let user = user_header(user);
        self.0.authorised.is_some()
            || *self.0.user.borrow_mut().get_or_insert_with(|| user.clone()) == user
    }

    /// Removes the tag from further requests, so that any user can sign in next.
    pub fn clear_user(&self) {
        self.0.user.take();
    }

    /// Returns the current session, for any user.
    pub async fn session(&self) -> Result<Session, ApiError> {
        let url = self.url(paths::SESSION);
        let response = match self.0.early.response(&url).await? {
            Some(response) => response,
            None => self.send_for_anybody(Request::get(&url), Some(&self.0.reads)).await?,
        };
        response::parse(response).await
    }

    pub(super) fn url(&self, path: &str) -> String {
        self.0.base.clone() + path
    }

    /// Reads a path and parses the response.
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, ApiError> {
        self.parse(self.get_response(path).await?).await
    }

    pub(super) async fn get_response(&self, path: &str) -> Result<Response, ApiError> {
        let url = self.url(path);
        match self.0.early.response(&url).await? {
            Some(response) => Ok(response),
            None => self.send(Request::get(&url), Some(&self.0.reads)).await,
        }
    }

    /// Parses the body of a response to a request of the user.
    pub(super) async fn parse<T: DeserializeOwned>(
        &self,
        response: Response,
    ) -> Result<T, ApiError> {
        self.report(response::parse(response).await)
    }

    /// Returns an error unless the response is a success. Ignores the body.
    pub(super) async fn expect_success(&self, response: Response) -> Result<(), ApiError> {
        self.report(response::accepted(response).await.map(drop))
    }

    /// Calls `on_refusal` if the request was refused because the session has ended.
    fn report<T>(&self, outcome: Result<T, ApiError>) -> Result<T, ApiError> {
        let is_refused = outcome.as_ref().is_err_and(|error| error.is(ProblemCode::SignedOut));
        if let Some(on_refusal) = self.0.on_refusal.borrow().as_ref().filter(|_| is_refused) {
            on_refusal();
        }
        outcome
    }

    /// Sends a request of the user. `abort` ends it.
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
        self.transmit(common(builder, abort).build()).await.map_err(|error| match abort {
            Some(abort) if abort.is_aborted() => ApiError::Aborted,
            _ => error,
        })
    }

    /// Sends a write with a body. A header proves to the backend that a page of its own origin sent
    /// it.
    pub(super) async fn write<T: Serialize>(
        &self,
        builder: RequestBuilder,
        body: &T,
    ) -> Result<Response, ApiError> {
        self.send_write(builder, Some(json::text(body)), Lifetime::Page).await
    }

    /// Sends a write without a body.
    pub(super) async fn write_without_body(
        &self,
        builder: RequestBuilder,
    ) -> Result<Response, ApiError> {
        self.send_write(builder, None, Lifetime::Page).await
    }

    pub(super) async fn send_write(
        &self,
        builder: RequestBuilder,
        body: Option<String>,
        lifetime: Lifetime,
    ) -> Result<Response, ApiError> {
        let builder = common(self.for_user(builder), None).header(CSRF_HEADER, "1");
        let fits = body.as_ref().is_none_or(|body| body.len() <= LARGEST_KEPT_ALIVE);
        let request = match body {
            Some(body) => builder.header("content-type", JSON).body(body),
            None => builder.build(),
        };
        self.transmit(match lifetime {
            Lifetime::BeyondPage if fits => request.map(kept_alive),
            _ => request,
        })
        .await
    }

    fn for_user(&self, builder: RequestBuilder) -> RequestBuilder {
        match &*self.0.user.borrow() {
            Some(user) => builder.header(USER_HEADER, user),
            None => builder,
        }
    }

    /// Sends a request with the host's token if there is one, else with the browser's cookie.
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
