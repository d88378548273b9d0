//! Who is signed in, and where they may work.

use serde::{Deserialize, Serialize};

use crate::{
    Completion, account::Account, contact_information::ContactInformationDocument, users::Role,
};

/// The answer of `GET /session`, without what it was asked to include.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// The signed-in person.
    pub user: SessionUser,
    /// The accounts that the person belongs to, in the order in which they joined; at least one, or an
    /// invitation.
    pub accounts: Vec<SessionAccount>,
    /// The invitations that the person can answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invitations: Vec<SessionInvitation>,
    /// The operator's own names and links.
    pub platform: Platform,
}

impl Session {
    /// Returns the account that the portal shows: the one with the id `named` if it is among
    /// [`accounts`](Self::accounts), else the first.
    pub fn account(&self, named: Option<&str>) -> Option<&SessionAccount> {
        let is_named = |account: &&SessionAccount| Some(account.id.as_str()) == named;
        self.accounts.iter().find(is_named).or_else(|| self.accounts.first())
    }
}

/// The answer of `GET /session`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionAnswer {
    /// The session itself.
    #[serde(flatten)]
    pub session: Session,
    /// The parts that the parameter `include` named. Absent without the parameter, for a user without
    /// an account, and from a backend that does not know the parameter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub included: Option<Included>,
}

/// Reads of one account that travel with the session. A part that its own read refuses is absent,
/// such as the completion of an environment that the account does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Included {
    /// The account that the parts are about.
    pub account_id: String,
    /// The body of `GET /accounts/{account}/completion`. Its `version` makes the `ETag`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completion: Option<Completion>,
    /// The body of `GET /accounts/{account}/contact-information`. It is never of an older revision
    /// than the completion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_information: Option<ContactInformationDocument>,
    /// The body of `GET /accounts/{account}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
}

/// A part that `GET /session` can include.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SessionPart {
    /// [`Included::completion`].
    Completion,
    /// [`Included::contact_information`].
    ContactInformation,
    /// [`Included::account`].
    Account,
}

impl SessionPart {
    /// Every part.
    pub const ALL: [Self; 3] = [Self::Completion, Self::ContactInformation, Self::Account];

    /// Returns the name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Completion => "completion",
            Self::ContactInformation => "contact_information",
            Self::Account => "account",
        }
    }

    /// Returns the part of that name, exactly as [`Self::as_str`] writes it.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == name)
    }
}

/// The signed-in person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub struct SessionUser {
    pub id: String,
    pub name: String,
    pub email: String,
}

/// An invitation as the invited person sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionInvitation {
    /// The invitation's id, as in paths.
    pub id: String,
    /// The name of the account that invites.
    pub account_name: String,
    /// What the person may do there once they accept.
    pub role: Role,
    /// The name of the member who sent the invitation last; absent when they are none any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited_by: Option<String>,
    /// Where *Contact support* leads, by the account's integration type.
    pub support_url: String,
}

/// The body of `POST /session/invitations/{invitation}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InvitationReply {
    /// What the invited person wants.
    pub answer: InvitationAnswer,
}

/// What an invited person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum InvitationAnswer {
    /// To become a member.
    Accept,
    /// To stay away.
    Decline,
}

/// An account as its member sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionAccount {
    /// The account's id, as in paths.
    pub id: String,
    /// The partner's name.
    pub name: String,
    /// The person's role in this account.
    pub role: Role,
    /// What the role allows, decided by the backend.
    pub capabilities: Vec<Capability>,
    /// Where *Contact support* leads, by the account's integration type.
    pub support_url: String,
    /// Where the *How to get help* guide is, by the account's integration type.
    pub help_url: String,
}

/// Something that a role allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Capability {
    /// May save contact information.
    EditContactInformation,
    /// May add, change and remove users.
    ManageUsers,
    /// A capability that a newer backend knows.
    #[serde(other)]
    Unknown,
}

/// How the platform's operator calls itself and where its help is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Platform {
    /// Stands for `{platform}` in labels.
    pub name: String,
    /// Where *Contact support* leads.
    pub support_url: String,
    /// Where the *How to get help* guide is.
    pub help_url: String,
}

/// The body of `POST /demo/session`, which exists only under `--demo`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DemoSignIn {
    /// The person to be.
    pub user_id: String,
}

/// A person on the demo's sign-in page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub struct DemoUser {
    pub user_id: String,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub account_id: String,
    pub account_name: String,
    pub integration_type: String,
    /// Whether the account is complete in Sandbox.
    pub complete: bool,
}

/// The answer of `GET /demo/users`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the name says it")]
pub struct DemoUsers {
    pub users: Vec<DemoUser>,
}
