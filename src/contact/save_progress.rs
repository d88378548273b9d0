//! Where a save stands.

use super::conflict::Conflict;
use crate::api::ApiError;

/// Where a save stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SaveProgress {
    /// Nothing was sent since the last edit.
    #[default]
    Idle,
    /// On its way.
    Saving,
    /// Done.
    Saved,
    /// Not done; it can be tried again.
    Failed(ApiError),
    /// Somebody else saved first.
    Conflict(Box<Conflict>),
}

impl SaveProgress {
    /// Whether the backend may have saved although it has not said so.
    pub fn may_have_arrived(&self) -> bool {
        matches!(self, Self::Saving | Self::Failed(ApiError::Unreachable))
    }
}
