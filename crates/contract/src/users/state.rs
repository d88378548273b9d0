//! The membership state of a user.

use serde::{Deserialize, Serialize};

/// The membership state of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum UserState {
    /// The user is a member.
    Active,
    /// The user is invited and has not accepted yet.
    Invited,
    /// A state that only a newer backend knows.
    #[serde(other)]
    Unknown,
}

impl UserState {
    /// Every state that this build knows.
    pub const ALL: [Self; 2] = [Self::Active, Self::Invited];

    /// Returns the name used on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Invited => "invited",
            Self::Unknown => "unknown",
        }
    }

    /// Returns the state whose [`Self::as_str`] is exactly `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }
}
