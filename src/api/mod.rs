//! The only place that sends requests. Knows no Leptos and no component.

mod client;
mod completion;
mod draft;
mod early_reads;
mod error;
mod invitations;
mod json;
mod malformed;
mod reads;
mod request;
mod response;
mod revisions;
mod save;
mod users;

pub use client::Api;
pub use error::ApiError;
pub use json::{from_text as from_json, text as to_json};
