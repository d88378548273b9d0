//! Embedding in a portal that already exists: the exported `mount`, its options, its events.

#[cfg(test)]
mod declarations;
mod events;
mod mount;
mod options;
mod tasks;

pub use mount::{PortalHandle, mount};
