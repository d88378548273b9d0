//! Tests what all requests have in common.

mod bodies;
mod connections;
mod cors;
mod limits;
mod problems;
mod sign_in_page;
mod static_files;
