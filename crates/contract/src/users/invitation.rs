//! The invitation of a user who has not joined yet. It contains no secret: its link leads to the
//! sign-in page of the operator's identity provider. A user who signs in there with the invited
//! address is asked whether they accept, so a link scanner that follows the link changes nothing.

use serde::{Deserialize, Serialize};

/// An invitation that has not been accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// The state of the invitation.
    pub state: InvitationState,
    /// The time of the last mail, in RFC 3339 with `Z`.
    pub sent_at: String,
    /// The time until which it can be accepted, in RFC 3339 with `Z`.
    pub expires_at: String,
}

/// The state of an invitation, by the backend's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    /// It can be accepted.
    Pending,
    /// It must be sent again before it can be accepted.
    Expired,
    /// The invited user declined. It can still be sent again.
    Declined,
    /// A state that only a newer backend knows.
    #[serde(other)]
    Unknown,
}
