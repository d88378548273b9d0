//! Invitations to an account, in the words of the product.

use chrono::{DateTime, Utc};
use partner_portal_contract::{
    language::Language,
    users::{Role, User},
};

use super::StoredAccount;
use crate::ids::{AccountId, InvitationId};

/// Since when and until when an invitation can be accepted; the last instant is too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct InvitationPeriod {
    pub sent_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

/// A person of an account, and the language in which the platform writes to them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Correspondent {
    pub user: User,
    pub language: Language,
    /// The key of the person's address, as [`PersonAddress::key`] makes it.
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
    /// The name of the member who sent it last, while they are one.
    pub invited_by: Option<String>,
}

/// What became of an answer to an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnsweredInvitation {
    /// It counts, for the invitation of this account.
    Answered(AccountId),
    /// The person has accepted before, and declines too late.
    AlreadyAccepted,
    /// The person has no such invitation, or it has expired or was declined.
    Missing,
}
