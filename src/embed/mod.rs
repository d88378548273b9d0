//! Embeds the portal in a host: the exported `mount`, its options and its events.

#[cfg(test)]
mod declarations;
mod events;
mod mount;
mod options;
mod tasks;

pub use mount::{PortalHandle, mount};
