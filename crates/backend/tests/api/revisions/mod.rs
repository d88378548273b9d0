//! Tests the history of the contact information.

mod content;
mod pages;
