//! Tests the autosaved drafts.

mod bodies;
mod keep;
mod saves;
