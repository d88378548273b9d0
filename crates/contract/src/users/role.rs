//! What a person may do in an account.

use serde::{Deserialize, Serialize};

/// What a person may do in an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything, and manages users.
    Administrator,
    /// Edits the contact information.
    Editor,
    /// Looks on.
    Reader,
    /// Looks on and tries the integration out; only where the integration type has it.
    Tester,
    /// A role that a newer backend knows; treated like [`Self::Reader`].
    #[serde(other)]
    Unknown,
}

impl Role {
    /// Every role, the most powerful first.
    pub const ALL: [Self; 4] = [Self::Administrator, Self::Editor, Self::Reader, Self::Tester];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Editor => "editor",
            Self::Reader => "reader",
            Self::Tester => "tester",
            Self::Unknown => "unknown",
        }
    }

    /// The role of that name, exactly as [`Self::as_str`] writes it.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// Whether the role may save contact information.
    pub const fn can_edit(self) -> bool {
        matches!(self, Self::Administrator | Self::Editor)
    }
}
