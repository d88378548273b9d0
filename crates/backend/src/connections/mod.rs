//! Manages open connections, from the accepted socket to its end. `axum::serve` has neither
//! time-outs nor limits, so clients that send nothing could block all others. In reading order:
//! - `progress`: the phase of a connection and its time-outs.
//! - `table`: all open connections. It chooses the one to end when there are too many.
//! - `watched_stream`, `watched_response`: report a connection's progress.
//! - `tally`: logs the ended connections.
//! - [`ConnectionLimit`]: the number of connections that the process has descriptors for.
//! - [`serve`]: accepts, serves and stops.

mod connection;
mod limit;
mod progress;
mod serve;
mod table;
mod tally;
mod watched_response;
mod watched_stream;

pub use limit::{ConnectionLimit, raise_descriptor_limit};
pub(crate) use serve::serve;
