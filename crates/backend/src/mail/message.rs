//! What a caller knows about a mail. No sentence and no format.

use chrono::{DateTime, Utc};
use partner_portal_contract::{ContactField, Environment, language::Language, users::Role};

/// Tells somebody that they have access to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationMail {
    /// The language to write in.
    pub language: Language,
    /// How the invited person is called.
    pub name: String,
    /// Where the mail goes, in the canonical form of the contract.
    pub address: String,
    /// The name of the person who invites.
    pub invited_by: String,
    /// The account's name.
    pub account: String,
    /// The platform's name.
    pub platform: String,
    /// What the person may do.
    pub role: Role,
    /// Where the person signs in: an absolute address without anything secret.
    pub sign_in_url: String,
    /// Until when the invitation can be accepted.
    pub expires_at: DateTime<Utc>,
}

/// Asks somebody to complete an account's contact information.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderMail {
    /// The language to write in.
    pub language: Language,
    /// How the recipient is called.
    pub name: String,
    /// Where the mail goes, in the canonical form of the contract.
    pub address: String,
    /// The name of the person who asks.
    pub asked_by: String,
    /// The account's name.
    pub account: String,
    /// The platform's name.
    pub platform: String,
    /// Where the portal is locked.
    pub environment: Environment,
    /// What keeps it locked, in display order.
    pub missing_fields: Vec<ContactField>,
    /// Where the form is: an absolute address without anything secret.
    pub link: String,
}

/// Any mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mail {
    /// See [`InvitationMail`].
    Invitation(InvitationMail),
    /// See [`ReminderMail`].
    Reminder(ReminderMail),
}

impl Mail {
    /// The language to write in.
    pub fn language(&self) -> Language {
        match self {
            Self::Invitation(mail) => mail.language,
            Self::Reminder(mail) => mail.language,
        }
    }

    /// The recipient's name and address.
    pub fn recipient(&self) -> (&str, &str) {
        match self {
            Self::Invitation(mail) => (&mail.name, &mail.address),
            Self::Reminder(mail) => (&mail.name, &mail.address),
        }
    }

    /// A word for the log.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Invitation(_) => "invitation",
            Self::Reminder(_) => "reminder",
        }
    }
}

impl From<InvitationMail> for Mail {
    fn from(mail: InvitationMail) -> Self {
        Self::Invitation(mail)
    }
}

impl From<ReminderMail> for Mail {
    fn from(mail: ReminderMail) -> Self {
        Self::Reminder(mail)
    }
}
