//! Open connections, from the accepted socket to its end. `axum::serve` has neither time-outs nor
//! limits, so that strangers who send nothing would keep everybody else out. In reading order:
//! - [`Progress`]: what a connection waits for, and when it has waited too long. Plain data.
//! - `table`: every open connection; which one ends when there are too many.
//! - `watched_stream`, `watched_response`: report a connection's progress.
//! - `tally`: what the log tells of ended connections.
//! - [`ConnectionLimit`]: how many connections the process has descriptors for.
//! - [`serve`]: accepts, answers and stops.

mod connection;
mod limit;
mod progress;
mod serve;
mod table;
mod tally;
mod watched_response;
mod watched_stream;

pub use limit::{ConnectionLimit, raise_descriptor_limit};
use progress::Progress;
pub(crate) use serve::serve;
