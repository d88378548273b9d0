//! The plain types of invitations to an account.

use chrono::{DateTime, Utc};
use partner_portal_contract::{
    language::Language,
    users::{Role, User},
};

use super::accounts::StoredAccount;
use crate::ids::{AccountId, InvitationId};

/// The period in which an invitation can be accepted. It excludes `expires_at`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct InvitationPeriod {
    pub sent_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

/// A member of an account, with the language of the mails to them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Correspondent {
    pub user: User,
    pub language: Language,
    /// The key of the member's address, as [`PersonAddress::key`] makes it.
    ///
    /// [`PersonAddress::key`]: partner_portal_contract::users::PersonAddress::key
    pub address_key: String,
}

/// An invitation as the invited person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct OpenInvitation {
    pub id: InvitationId,
    pub account: StoredAccount,
    pub role: Role,
    /// The name of the member who sent the invitation last, if they still belong to the account.
    pub invited_by: Option<String>,
}

/// The outcome of an answer to an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnsweredInvitation {
    /// The answer is stored. The invitation is to this account.
    Answered(AccountId),
    /// The person accepted the invitation earlier, so they can no longer decline it.
    AlreadyAccepted,
    /// The person has no such invitation, or it has expired or was declined.
    Missing,
}
