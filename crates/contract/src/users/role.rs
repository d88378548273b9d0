//! The roles of users in an account.

use serde::{Deserialize, Serialize};

/// A user's role in an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// May do everything, including managing users.
    Administrator,
    /// May edit the contact information.
    Editor,
    /// May only read.
    Reader,
    /// May read and test the integration. Only some integration types have this role.
    Tester,
    /// A role that only a newer backend knows; treated like [`Self::Reader`].
    #[serde(other)]
    Unknown,
}

impl Role {
    /// Every role, the most powerful first.
    pub const ALL: [Self; 4] = [Self::Administrator, Self::Editor, Self::Reader, Self::Tester];

    /// Returns the name used on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Editor => "editor",
            Self::Reader => "reader",
            Self::Tester => "tester",
            Self::Unknown => "unknown",
        }
    }

    /// Returns the role whose [`Self::as_str`] is exactly `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// Returns true if the role may save contact information.
    pub const fn can_edit(self) -> bool {
        matches!(self, Self::Administrator | Self::Editor)
    }

    /// Returns true if the role may invite, change and remove users.
    pub const fn can_manage_users(self) -> bool {
        matches!(self, Self::Administrator)
    }
}
