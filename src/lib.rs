//! Partner Portal: the contact information gate, embedded in an existing portal.
//!
//! The modules in reading order. Each imports only from those above it. Only what tests and the
//! loader use is public.
//! - `turns`: tells a task that has waited whether its result is still wanted.
//! - `config`, `routes`, [`i18n`], `browser`: the host's configuration, URLs, languages, platform.
//! - `navigation`: the address of the current page.
//! - [`ui`]: controls that know no product, API or translation.
//! - `chunk`, `deferred`: views whose code loads after the first view.
//! - `api`: the only place that sends requests.
//! - `session`: the signed-in user, and the gate's state.
//! - `users`, `support_hours`: separate features.
//! - `contact`: the form and the modal.
//! - `pages`: thin routed pages.
//! - `app`: shows what the gate's state allows.
//! - [`embed`]: the exported `mount`.
//! - `first_view`, with the feature `ssr`: renders the modal as HTML.

#![cfg_attr(feature = "ssr", recursion_limit = "512")]

mod api;
mod app;
mod browser;
mod chunk;
mod config;
mod contact;
mod deferred;
pub mod embed;
#[cfg(feature = "ssr")]
pub mod first_view;
pub mod i18n;
mod navigation;
mod pages;
mod reactive;
mod routes;
mod session;
mod support_hours;
mod turns;
pub mod ui;
mod users;
