//! The signed-in user and the accounts they can work in.

use serde::{Deserialize, Serialize};

use crate::{
    Completion, account::Account, contact_information::ContactInformationDocument, users::Role,
};

/// The response body of `GET /session`, without the included parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// The signed-in user.
    pub user: SessionUser,
    /// The user's accounts, in the order in which they joined. If it is empty, there is at least
    /// one invitation.
    pub accounts: Vec<SessionAccount>,
    /// The invitations that the user can answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invitations: Vec<SessionInvitation>,
    /// The operator's name and links.
    pub platform: Platform,
}

impl Session {
    /// Returns the account that the portal shows: the one with the id `named` if it is in
    /// [`accounts`](Self::accounts), otherwise the first.
    pub fn account(&self, named: Option<&str>) -> Option<&SessionAccount> {
        let is_named = |account: &&SessionAccount| Some(account.id.as_str()) == named;
        self.accounts.iter().find(is_named).or_else(|| self.accounts.first())
    }
}

/// The response body of `GET /session`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionAnswer {
    /// The session.
    #[serde(flatten)]
    pub session: Session,
    /// The parts requested by the `include` parameter. Absent without the parameter, for a user
    /// without an account, and from a backend that does not know the parameter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub included: Option<Included>,
}

/// Resources of one account that are sent with the session. A part is absent if its own endpoint
/// would refuse it, for example the completion of an environment that the account does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Included {
    /// The account to which the parts belong.
    pub account_id: String,
    /// The body of `GET /accounts/{account}/completion`. The `ETag` is computed from its `version`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completion: Option<Completion>,
    /// The body of `GET /accounts/{account}/contact-information`. Its revision is never older than
    /// the completion's.
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

    /// Returns the name used on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Completion => "completion",
            Self::ContactInformation => "contact_information",
            Self::Account => "account",
        }
    }

    /// Returns the part whose [`Self::as_str`] is exactly `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == name)
    }
}

/// The signed-in user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub struct SessionUser {
    pub id: String,
    pub name: String,
    pub email: String,
}

/// An invitation as the invited user sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionInvitation {
    /// The invitation's id, as used in paths.
    pub id: String,
    /// The name of the inviting account.
    pub account_name: String,
    /// The role that the user gets by accepting.
    pub role: Role,
    /// The name of the member who last sent the invitation; absent if they are no longer a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited_by: Option<String>,
    /// The link of *Contact support* for the account's integration type.
    pub support_url: String,
}

/// The request body of `POST /session/invitations/{invitation}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InvitationReply {
    /// The invited user's answer.
    pub answer: InvitationAnswer,
}

/// An invited user's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum InvitationAnswer {
    /// The user becomes a member.
    Accept,
    /// The user does not join.
    Decline,
}

/// An account as its member sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionAccount {
    /// The account's id, as used in paths.
    pub id: String,
    /// The partner's name.
    pub name: String,
    /// The user's role in this account.
    pub role: Role,
    /// The actions that the role allows, decided by the backend.
    pub capabilities: Vec<Capability>,
    /// The link of *Contact support* for the account's integration type.
    pub support_url: String,
    /// The link of the *How to get help* guide for the account's integration type.
    pub help_url: String,
}

/// An action that a role allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Capability {
    /// May save contact information.
    EditContactInformation,
    /// May add, change and remove users.
    ManageUsers,
    /// A capability that only a newer backend knows.
    #[serde(other)]
    Unknown,
}

/// The operator's name and help links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Platform {
    /// The platform's name; replaces `{platform}` in labels.
    pub name: String,
    /// The link of *Contact support*.
    pub support_url: String,
    /// The link of the *How to get help* guide.
    pub help_url: String,
}

/// The request body of `POST /demo/session`, which exists only under `--demo`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DemoSignIn {
    /// The user to sign in.
    pub user_id: String,
}

/// A user on the demo's sign-in page.
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
    /// True if the account is complete in Sandbox.
    pub complete: bool,
}

/// The response body of `GET /demo/users`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the name says it")]
pub struct DemoUsers {
    pub users: Vec<DemoUser>,
}
