//! The state of a save.

use super::conflict::Conflict;
use crate::api::ApiError;

/// The state of a save.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SaveProgress {
    /// Nothing has been sent since the last edit.
    #[default]
    Idle,
    /// The answer is pending.
    Saving,
    /// The save has succeeded.
    Saved,
    /// The save has failed and can be retried.
    Failed(ApiError),
    /// Another user saved first.
    Conflict(Box<Conflict>),
}

impl SaveProgress {
    /// Returns `true` if the backend may have saved although its answer is missing.
    pub fn may_have_arrived(&self) -> bool {
        matches!(self, Self::Saving | Self::Failed(ApiError::Unreachable))
    }
}
