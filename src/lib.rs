//! Partner Portal: the contact information gate, embedded in an existing portal.
//!
//! In reading order, each floor importing only from those above it (only what tests and the loader
//! reach is public):
//! - `config`, `routes`, [`i18n`], `browser`: what the host decided, URLs, language, platform.
//! - `navigation`: where in the portal the person is.
//! - [`ui`]: controls that know no product, API or translation.
//! - `chunk`, `deferred`: views whose code comes after the first view.
//! - `api`: the only place that sends requests.
//! - `session`: who is signed in and whether the gate is open.
//! - `users`, `support_hours`: features of their own.
//! - `contact`: the form and the modal.
//! - `pages`: routed pages, thin.
//! - `app`: what the gate lets be seen.
//! - [`embed`]: the exported `mount`.
//! - `first_view`, with the feature `ssr`: the modal as HTML.

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
mod routes;
mod session;
mod support_hours;
pub mod ui;
mod users;
