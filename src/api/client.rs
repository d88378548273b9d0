//! One request: the base, the early reads, the headers and the errors that all requests share.

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
    /// Where the host has tokens: sends a request with one, as `fetch` does.
    authorised: Option<Function>,
    /// Whom the requests are meant for, as [`USER_HEADER`] says it; nobody before that is known.
    user: RefCell<Option<String>>,
    /// Ends the reads when the portal is taken away.
    reads: Abort,
    /// Runs when a request is refused because the session has ended.
    on_refusal: RefCell<Option<Box<dyn Fn()>>>,
}

impl Api {
    /// `base` is the API's path, such as `/api/v1`. Each promise in `early` answers the first read
    /// of its URL: the loader asks the session to include the reads of the first view, and takes the
    /// answer apart. `authorised` takes the place of `fetch`.
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

    /// Sends nothing: for a view that is rendered without a browser.
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
        let response = match self.0.early.response(&url).await? {
            Some(response) => response,
            None => self.send_for_anybody(Request::get(&url), Some(&self.0.reads)).await?,
        };
        response::parse(response).await
    }

    pub(super) fn url(&self, path: &str) -> String {
        self.0.base.clone() + path
    }

    /// Reads and parses.
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

    /// Reads the body of a response to a request that was made in the user's name.
    pub(super) async fn parse<T: DeserializeOwned>(
        &self,
        response: Response,
    ) -> Result<T, ApiError> {
        self.report(response::parse(response).await)
    }

    /// Checks a response without a body.
    pub(super) async fn expect_success(&self, response: Response) -> Result<(), ApiError> {
        self.report(response::accepted(response).await.map(drop))
    }

    /// Tells of a request that was refused because the session has ended.
    fn report<T>(&self, outcome: Result<T, ApiError>) -> Result<T, ApiError> {
        let is_refused = outcome.as_ref().is_err_and(|error| error.is(ProblemCode::SignedOut));
        if let Some(on_refusal) = self.0.on_refusal.borrow().as_ref().filter(|_| is_refused) {
            on_refusal();
        }
        outcome
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
        self.transmit(common(builder, abort).build()).await.map_err(|error| match abort {
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
        self.send_write(builder, Some(json::text(body)), Lifetime::Page).await
    }

    /// Sends a write that says everything by its method and its path.
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
