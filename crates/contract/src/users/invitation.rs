//! The invitation of a user who has not joined yet. It holds no secret: its link leads to the
//! sign-in of the operator's identity provider, and a user who signs in there with the invited
//! address is asked whether they accept. A link scanner that follows it changes nothing.

use serde::{Deserialize, Serialize};

use super::User;

/// An invitation that has not been accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// Whether it can still be accepted.
    pub state: InvitationState,
    /// When it was sent last, in RFC 3339 with `Z`.
    pub sent_at: String,
    /// Until when it can be accepted, in RFC 3339 with `Z`.
    pub expires_at: String,
}

/// Whether an invitation can still be accepted, by the backend's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    /// It can.
    Pending,
    /// It must be sent again first.
    Expired,
    /// The invited person does not want to join. It can be sent again all the same.
    Declined,
    /// A state that a newer backend knows.
    #[serde(other)]
    Unknown,
}

/// The answer of `POST /accounts/{account}/users` and `POST .../{user}/invitation`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitedUser {
    /// The person as the administrator named them, under the invitation's id.
    pub user: User,
    /// Where the person signs in: an absolute address without anything secret, to be passed on.
    pub sign_in_url: String,
    /// Whether the mail was handed over. When not, the person is invited all the same and needs the
    /// address in another way.
    pub mail_sent: bool,
}
