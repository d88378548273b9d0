//! The plain types of accounts and their members.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use partner_portal_contract::{
    ContactInformationInput, account::Brand, language::Language, operator::OperatorBrand,
    users::Role,
};

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

/// An account with the data from which its requirements are evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountInformation {
    /// The account.
    pub account: StoredAccount,
    /// The newest contact information, blank at revision 0.
    pub document: ContactInformationInput,
    /// The number of saves so far.
    pub revision: u64,
    /// The language of users for whom no other one is given.
    pub language: Language,
    /// The platform's own id of the default brand.
    pub default_brand_id: String,
    /// The brands other than the default one, in the order of the account.
    pub other_brands: Vec<OperatorBrand>,
    /// The time of the last change of the account or of what belongs to it.
    pub changed_at: DateTime<Utc>,
    /// The alert contacts in the document that are active users of the account.
    pub active_alert_contacts: BTreeSet<UserId>,
}

/// A filter for accounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountsFilter {
    /// Words that must all occur in the name or the partner id. An empty query matches all accounts.
    pub query: String,
    /// Restricts the list to this integration type.
    pub integration_type: Option<String>,
    /// Restricts the list to accounts that changed at this time or later.
    pub changed_since: Option<DateTime<Utc>>,
}

/// The numbers of what belongs to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AccountContents {
    pub members: u64,
    pub invitations: u64,
    pub revisions: u64,
    pub drafts: u64,
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
