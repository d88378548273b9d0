//! Tests the program: start, log and stop.

mod log_privacy;
mod process;
mod start;
