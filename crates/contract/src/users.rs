//! The people of an account.

use serde::{Deserialize, Serialize};

/// The most users that one page holds.
pub const MAX_PAGE_SIZE: u32 = 200;

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

/// A person of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub struct User {
    pub id: String,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub state: UserState,
}

/// Whether a person has accepted the invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum UserState {
    /// Can sign in.
    Active,
    /// Has been asked and has not signed in yet.
    Invited,
    /// A state that a newer backend knows.
    #[serde(other)]
    Unknown,
}

/// One page of `GET /accounts/{account}/users`, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UsersPage {
    /// At most [`MAX_PAGE_SIZE`].
    pub users: Vec<User>,
    /// How many users match, over all pages.
    pub total_size: u64,
    /// Asks for the next page; absent on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_page_token: Option<String>,
}
