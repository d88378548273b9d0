//! Reminders to all users who can fill in the missing information.

use serde::{Deserialize, Serialize};

use crate::completion::Editor;

/// The response body of `POST /accounts/{account}/reminders`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RemindersSent {
    /// The users who were sent a mail. Users who got one within the last day are skipped.
    pub sent_to: Vec<Editor>,
    /// The time from which the requesting user can send reminders again, in RFC 3339 with `Z`.
    pub next_at: String,
}
