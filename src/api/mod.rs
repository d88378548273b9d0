//! The only place that sends requests. Knows no Leptos and no component.

mod client;
mod completion;
mod draft;
mod error;
mod json;
mod malformed;
mod reads;
mod revisions;
mod save;
mod users;

pub use client::Api;
pub use error::ApiError;
pub use json::{from_text as from_json, text as to_json};
