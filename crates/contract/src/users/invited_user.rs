//! The result of inviting a user.

use serde::{Deserialize, Serialize};

use super::User;

/// The response body of `POST /accounts/{account}/users` and `POST .../{user}/invitation`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitedUser {
    /// The user as entered by the administrator. Its id is that of the invitation.
    pub user: User,
    /// The absolute address where the user signs in. It contains no secret and can be shared.
    pub sign_in_url: String,
    /// True if the mail was handed over to the mail server. Otherwise the user is still invited,
    /// but has to get the address in another way.
    pub mail_sent: bool,
}
