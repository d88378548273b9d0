//! Embedding in a portal that already exists: the exported `mount`, its options, its events.

mod events;
mod mount;
mod options;

pub use mount::{PortalHandle, mount};
