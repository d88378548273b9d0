//! Everything about HTTP that is not the work of one handler. In reading order:
//! - [`router`]: connects paths and handlers.
//! - [`request_log`]: the request id, the body of an error and the log lines of every request.
//! - [`extract`]: checks a request before a handler receives it.
//! - [`error`]: the errors with which handlers respond.
//! - [`etag`], [`idempotency`], [`pages`]: entity tags, idempotency keys and paginated lists.
//! - [`cookie_session`], [`sign_in`]: cookie sessions, and the redirect to the sign-in page.
//! - [`cors`]: permissions for pages of other origins.
//! - [`static_files`]: the built frontend.

pub(crate) mod cookie_session;
pub(crate) mod cors;
pub mod error;
pub(crate) mod etag;
pub(crate) mod extract;
pub(crate) mod idempotency;
pub(crate) mod pages;
pub(crate) mod request_log;
pub(crate) mod router;
pub(crate) mod sign_in;
pub(crate) mod static_files;
