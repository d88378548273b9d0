//! The data of the mails, without texts and formats.

use chrono::{DateTime, Utc};
use partner_portal_contract::{ContactField, Environment, language::Language, users::Role};

/// The data of a mail that informs a user about an invitation to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationMail {
    /// The language of the mail.
    pub language: Language,
    /// The name of the invited user.
    pub name: String,
    /// The recipient's address in the canonical form of the contract.
    pub address: String,
    /// The name of the inviting user.
    pub invited_by: String,
    /// The name of the account.
    pub account: String,
    /// The name of the platform.
    pub platform: String,
    /// The role in the account.
    pub role: Role,
    /// The link to sign in: an absolute URL without secrets.
    pub sign_in_url: String,
    /// The time at which the invitation expires.
    pub expires_at: DateTime<Utc>,
}

/// The data of a mail that asks a user to complete the contact information.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderMail {
    /// The language of the mail.
    pub language: Language,
    /// The name of the recipient.
    pub name: String,
    /// The recipient's address in the canonical form of the contract.
    pub address: String,
    /// The name of the user who sent the reminder.
    pub asked_by: String,
    /// The name of the account.
    pub account: String,
    /// The name of the platform.
    pub platform: String,
    /// The environment in which the portal is locked.
    pub environment: Environment,
    /// The fields that keep the portal locked, in display order.
    pub missing_fields: Vec<ContactField>,
    /// The link to the form: an absolute URL without secrets.
    pub link: String,
}

/// A mail of any kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mail {
    /// An invitation.
    Invitation(InvitationMail),
    /// A reminder.
    Reminder(ReminderMail),
}

impl Mail {
    /// Returns the language of the mail.
    pub fn language(&self) -> Language {
        match self {
            Self::Invitation(mail) => mail.language,
            Self::Reminder(mail) => mail.language,
        }
    }

    /// Returns the recipient's name and address.
    pub fn recipient(&self) -> (&str, &str) {
        match self {
            Self::Invitation(mail) => (&mail.name, &mail.address),
            Self::Reminder(mail) => (&mail.name, &mail.address),
        }
    }

    /// Returns the name of the kind of mail for the log.
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
