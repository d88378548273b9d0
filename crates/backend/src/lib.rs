//! The reference backend of the partner portal.
//!
//! It implements the HTTP contract of `partner-portal-contract`, which defines the wire types, the
//! paths, the codes and the rules. In reading order:
//! - [`settings`], [`server`], [`state`]: from the command line to a listening socket.
//! - [`connections`]: accepted sockets, their time-outs and limits.
//! - [`http`]: what every request passes before and after its handler.
//! - [`auth`]: verifies bearer tokens.
//! - `handlers`: one file per resource.
//! - [`rules`]: what handlers share. They know no HTTP.
//! - [`storage`]: stores the data. All SQL is there.
//! - [`change_feed`]: wakes long polls and reads the new state once for all of them.
//! - [`tasks`]: changes that complete even if their client disconnects or the server stops.
//! - [`mail`]: composes and sends mails.
//! - [`commands`]: the subcommands of the program.
//! - `demo`, `faults`: active only under `--demo` and `--test-faults`.

pub mod auth;
pub mod change_feed;
pub mod clock;
pub mod commands;
pub mod connections;
mod demo;
mod faults;
mod handlers;
pub mod http;
pub mod ids;
pub mod integration_types;
pub mod mail;
pub mod random;
pub mod rules;
pub mod server;
pub mod settings;
pub mod state;
pub mod storage;
pub mod tasks;
