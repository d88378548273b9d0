//! Autosaves drafts to the server until they are submitted or discarded, so that they survive a
//! reload, a crash and an ended session. Browser storage is not used, because addresses are
//! personal data.

mod keeping;
mod restoring;

pub use keeping::keep_drafts;
