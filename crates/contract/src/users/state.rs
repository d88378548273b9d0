//! Whether a person has accepted the invitation.

use serde::{Deserialize, Serialize};

/// Whether a person has accepted the invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum UserState {
    /// Is a member.
    Active,
    /// Has been asked and has not accepted.
    Invited,
    /// A state that a newer backend knows.
    #[serde(other)]
    Unknown,
}

impl UserState {
    /// Every state that this version knows.
    pub const ALL: [Self; 2] = [Self::Active, Self::Invited];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Invited => "invited",
            Self::Unknown => "unknown",
        }
    }

    /// Returns the state of that name, exactly as [`Self::as_str`] writes it.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }
}
