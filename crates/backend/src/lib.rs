//! The reference backend of the partner portal.
//!
//! It honours the HTTP contract of `partner-portal-contract` and declares no type of it again: the
//! wire types, the paths, the codes and the rules are that crate's. In reading order:
//! - [`settings`], [`server`], `router`: from the command line to a listening socket.
//! - [`connections`]: accepted sockets, their time-outs and limits.
//! - [`auth`]: whose word counts about who somebody is; [`cookie_session`]: the same, remembered.
//! - [`extract`]: what a request must prove before a handler sees it.
//! - `handlers`: one file per resource; [`judgement`], [`idempotency`] and `access_rules` are what
//!   they share.
//! - [`storage`]: what is kept; the only place with SQL.
//! - [`notices`], `single_flight`: wake waiting requests, and read once for all of them.
//! - [`tasks`]: changes that end without their client, and before the server does.
//! - [`limits`]: how often something may be done.
//! - [`mail`]: what is written to people, and how it is handed over.
//! - [`error`], `observe`: refusals, request ids and the log.
//! - `demo`, `faults`: what exists only under `--demo` and `--test-faults`.
//! - [`cors`]: what pages of other origins may do.
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
