//! Tests the session and its cookie.

mod cookie;
mod parts;
mod read;
