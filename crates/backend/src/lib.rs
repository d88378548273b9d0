//! The reference backend of the partner portal.
//!
//! It implements the HTTP contract of `partner-portal-contract`, which defines the wire types, the
//! paths, the codes and the rules. In reading order:
//! - [`settings`], [`server`], [`state`]: from the command line to a listening socket.
//! - [`connections`]: accepted sockets, their time-outs and limits.
//! - [`http`]: what every request passes before and after its handler.
//! - [`auth`]: verifies bearer tokens.
//! - `handlers`: one file per resource. [`judgement`] and `access_rules` are shared by them.
//! - [`storage`]: stores the data. All SQL is there.
//! - [`notices`], `single_flight`: wake long polls, and read the new state once for all of them.
//! - [`tasks`]: changes that complete even if their client disconnects or the server stops.
//! - [`limits`]: rate limits.
//! - [`mail`]: composes and sends mails.
//! - `demo`, `faults`: active only under `--demo` and `--test-faults`.

mod access_rules;
pub mod account_completion;
pub mod auth;
pub mod clock;
pub mod connections;
mod demo;
mod faults;
mod handlers;
pub mod http;
pub mod ids;
pub mod integration_types;
pub mod judgement;
pub mod limits;
pub mod mail;
pub mod notices;
pub mod random;
pub mod server;
pub mod settings;
mod single_flight;
pub mod state;
pub mod storage;
pub mod tasks;
