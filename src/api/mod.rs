//! The only place that sends requests. Knows no Leptos and no component.

mod answer;
mod client;
mod completion;
mod error;
mod json;
mod malformed;
mod reads;
mod save;

pub use answer::Answer;
pub use client::Api;
pub use completion::CompletionAnswer;
pub use error::ApiError;
