//! The plain types of the list of an account's users.

use partner_portal_contract::users::{Role, User, UserState, UsersSort};

use crate::ids::UserId;

/// A filter and a sort order for the users of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsersFilter {
    /// Words that must all occur in the name or the address. An empty query matches all users.
    pub query: String,
    /// Restricts the list to this role.
    pub role: Option<Role>,
    /// Restricts the list to this state.
    pub state: Option<UserState>,
    /// The sort order.
    pub sort: UsersSort,
}

/// A position in the sorted list of users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsersPosition {
    /// The rank of the role or state if the list is sorted by it, otherwise 0.
    pub rank: i64,
    /// The sort key of the name.
    pub name_key: String,
    /// The user at this position.
    pub user_id: UserId,
}

/// One page of the list of users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredUsersPage {
    /// The users of this page, in sort order.
    pub users: Vec<User>,
    /// The number of matching users on all pages.
    pub total_size: u64,
    /// The position of the last user on this page, or `None` on the last page.
    pub next: Option<UsersPosition>,
}
