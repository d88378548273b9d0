//! A user of an account, as the operator sends and sees them.

use serde::{Deserialize, Serialize};

use crate::{
    language::Language,
    users::{Invitation, Role, UserState},
};

/// The request body of `PUT /operator/accounts/{partner_id}/users/{email}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OperatorUserInput {
    /// The user's name.
    pub name: String,
    /// The user's role.
    pub role: Role,
    /// The language of mails to the user; by default the language of the account.
    #[serde(default)]
    pub language: Option<Language>,
    /// True to send an invitation, which the user accepts to become a member. Otherwise the user is
    /// a member at once and gets no mail.
    #[serde(default)]
    pub invite: bool,
}

/// A user of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub struct OperatorUser {
    pub email: String,
    pub name: String,
    pub role: Role,
    pub language: Language,
    pub state: UserState,
    /// The invitation, while the state is [`UserState::Invited`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<Invitation>,
    /// True if the contact information names this user as an alert contact.
    pub is_alert_contact: bool,
    /// True if this request handed an invitation over to the mail server.
    pub mail_sent: bool,
    /// Consequences for the account that the operator should know.
    pub warnings: Vec<AccessWarning>,
}

/// The response body of `DELETE /operator/accounts/{partner_id}/users/{email}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UserRemoval {
    /// Consequences for the account that the operator should know.
    pub warnings: Vec<AccessWarning>,
}

/// A consequence of a change of access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccessWarning {
    /// The account has no member who can manage its users. Only the operator can appoint one.
    NoAdministrator,
}
