//! Who may be reminded, and who already was, in the words of the product.

use chrono::{DateTime, TimeDelta, Utc};
use partner_portal_contract::language::Language;

use crate::ids::UserId;

/// How long nobody asks twice and nobody is asked twice.
pub const REMINDER_PAUSE: TimeDelta = TimeDelta::hours(24);

/// Somebody who can complete the contact information.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ReminderRecipient {
    pub user_id: UserId,
    pub name: String,
    pub email: String,
    pub language: Language,
}

/// What becomes of the wish to remind somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderClaim {
    /// These people are to be written to now. Nobody else writes to them within
    /// [`REMINDER_PAUSE`], unless it is released.
    Granted(Vec<ReminderRecipient>),
    /// The person who asks, or somebody else for everybody, was there within the pause; it ends
    /// then.
    TooSoon(DateTime<Utc>),
    /// The account has nobody else who may edit.
    Nobody,
}
