//! The plain types of accounts and their members.

use partner_portal_contract::{account::Brand, users::Role};

use super::people::Person;
use crate::ids::{AccountId, UserId};

/// An account as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAccount {
    /// The account's id.
    pub id: AccountId,
    /// The partner's id on the platform.
    pub partner_id: String,
    /// The partner's name.
    pub name: String,
    /// The id of the account's integration type.
    pub integration_type: String,
    /// The brand that end customers see if the partner does not have several brands.
    pub default_brand: Brand,
}

/// The membership of a person in an account.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Membership {
    pub account_id: AccountId,
    pub user_id: UserId,
    pub role: Role,
}

/// A member of an account, or a person invited to it, for the sign-in page of the demo.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Member {
    pub person: Person,
    pub role: Role,
    pub account: StoredAccount,
}
