//! Autosaves drafts to the server until they are submitted or discarded, so that they survive a
//! reload, a crash and an ended session. Browser storage is not used, because addresses are
//! personal data.

mod author;
mod discarding;
mod keeping;
mod restoring;
mod retry_pause;
mod sending;
mod session_changes;

pub use discarding::{discard_draft, undo_discard};
pub use keeping::keep_drafts;
pub use restoring::{drop_found_draft, use_found_draft};
pub use session_changes::follow_session;
