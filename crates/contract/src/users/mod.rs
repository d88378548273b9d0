//! The users of an account.

mod invitation;
mod invited_user;
mod name_link;
mod new_user;
mod person_address;
mod person_name;
mod reminder;
mod role;
mod sort;
mod state;

use serde::{Deserialize, Serialize};

pub use invitation::{Invitation, InvitationState};
pub use invited_user::InvitedUser;
pub use new_user::{NewUser, NewUserInput, UserField};
pub use person_address::PersonAddress;
pub use person_name::{MAX_NAME_CHARACTERS, PersonName};
pub use reminder::RemindersSent;
pub use role::Role;
pub use sort::UsersSort;
pub use state::UserState;

/// The maximum number of users in one page.
pub const MAX_PAGE_SIZE: u32 = 200;

/// A user of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub struct User {
    /// The user's id for a member; the invitation's id for an invited user. Before an invited user
    /// accepts, it is not revealed whether their address belongs to a known user.
    pub id: String,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub state: UserState,
    /// The invitation, while the state is [`UserState::Invited`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<Invitation>,
    /// True if the contact information names this user as an alert contact.
    #[serde(default)]
    pub is_alert_contact: bool,
}

/// The request body of `PATCH /accounts/{account}/users/{user}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UserChange {
    /// The user's new role.
    pub role: Role,
    /// The user who replaces this one as an alert contact. Without it, an alert contact stays one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replacement_user_id: Option<String>,
}

/// A page of `GET /accounts/{account}/users`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UsersPage {
    /// The users; at most [`MAX_PAGE_SIZE`].
    pub users: Vec<User>,
    /// The number of matching users on all pages.
    pub total_size: u64,
    /// The token for the next page; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_page_token: Option<String>,
}
