//! Asking those who can to fill in what is missing.

use serde::{Deserialize, Serialize};

use crate::completion::Editor;

/// The answer of `POST /accounts/{account}/reminders`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RemindersSent {
    /// Who was sent a mail; those who had one within a day were left alone.
    pub sent_to: Vec<Editor>,
    /// From when on the person who asked can ask again, in RFC 3339 with `Z`.
    pub next_at: String,
}
