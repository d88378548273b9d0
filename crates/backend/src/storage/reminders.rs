//! The plain types of reminders to complete the contact information.

use chrono::{DateTime, TimeDelta, Utc};
use partner_portal_contract::language::Language;

use crate::ids::UserId;

/// The minimum time between two reminders that a user sends, and between two that a user receives.
pub const REMINDER_PAUSE: TimeDelta = TimeDelta::hours(24);

/// A user who can complete the contact information.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ReminderRecipient {
    pub user_id: UserId,
    pub name: String,
    pub email: String,
    pub language: Language,
}

/// The outcome of a user's request to send reminders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderClaim {
    /// Send the reminder to these users now. They receive no other reminder within
    /// [`REMINDER_PAUSE`], unless the claim is released.
    Granted(Vec<ReminderRecipient>),
    /// The user sent a reminder within the pause, or all other editors received one. The next
    /// reminder is possible at this time.
    TooSoon(DateTime<Utc>),
    /// The account has no other user who may edit.
    NoOtherEditor,
}
