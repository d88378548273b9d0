//! The reference backend of the partner portal.
//!
//! It implements the HTTP contract of `partner-portal-contract`, which defines the wire types, the
//! paths, the codes and the rules. In reading order:
//! - [`settings`], [`server`], `router`: from the command line to a listening socket.
//! - [`connections`]: accepted sockets, their time-outs and limits.
//! - [`auth`]: verifies bearer tokens. [`cookie_session`]: keeps a user signed in with a cookie.
//! - [`extract`]: checks a request before a handler receives it.
//! - `handlers`: one file per resource. [`judgement`], [`idempotency`] and `access_rules` are
//!   shared by them.
//! - [`storage`]: stores the data. All SQL is there.
//! - [`notices`], `single_flight`: wake long polls, and read the new state once for all of them.
//! - [`tasks`]: changes that complete even if their client disconnects or the server stops.
//! - [`limits`]: rate limits.
//! - [`mail`]: composes and sends mails.
//! - [`error`], `observe`: errors, request ids and the log.
//! - `demo`, `faults`: active only under `--demo` and `--test-faults`.
//! - [`cors`]: permissions for pages of other origins.
//! - `static_files`: the built frontend.

mod access_rules;
pub mod account_completion;
pub mod auth;
pub mod clock;
pub mod connections;
pub mod cookie_session;
pub mod cors;
mod demo;
pub mod error;
pub mod etag;
pub mod extract;
mod faults;
mod handlers;
pub mod idempotency;
pub mod ids;
pub mod integration_types;
pub mod judgement;
pub mod limits;
pub mod mail;
pub mod notices;
mod observe;
mod page_token;
pub mod random;
mod router;
pub mod server;
pub mod settings;
mod sign_in;
mod single_flight;
pub mod state;
mod static_files;
pub mod storage;
pub mod tasks;
