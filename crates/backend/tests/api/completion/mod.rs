//! Tests the completion and its long polls.

mod content;
mod waiting;
