//! The people of an account.

mod invitation;
mod name_link;
mod new_user;
mod person_address;
mod person_name;
mod reminder;
mod role;
mod sort;
mod state;

use serde::{Deserialize, Serialize};

pub use invitation::{Invitation, InvitationState, InvitedUser};
pub use new_user::{NewUser, NewUserDraft, UserField};
pub use person_address::PersonAddress;
pub use person_name::{MAX_NAME_CHARACTERS, PersonName};
pub use reminder::RemindersSent;
pub use role::Role;
pub use sort::UsersSort;
pub use state::UserState;

/// The most users that one page holds.
pub const MAX_PAGE_SIZE: u32 = 200;

/// A person of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub struct User {
    /// Of a member, the person's id. Of an invited person, the invitation's: who has the address is
    /// not told before they accept.
    pub id: String,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub state: UserState,
    /// While [`UserState::Invited`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<Invitation>,
    /// Whether the contact information names this person as an alert contact.
    #[serde(default)]
    pub is_alert_contact: bool,
}

/// The body of `PATCH /accounts/{account}/users/{user}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UserChange {
    /// What the person may do from now on.
    pub role: Role,
    /// Takes the person's place as an alert contact; without it an alert contact stays one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replacement_user_id: Option<String>,
}

/// One page of `GET /accounts/{account}/users`.
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
