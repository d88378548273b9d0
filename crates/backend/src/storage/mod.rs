//! What is kept, in the words of the product. The rest of the crate talks to [`Storage`] and to
//! the plain types here; SQL lives in one folder per engine and nowhere else.

mod access;
mod database_url;
mod history_text;
mod person_keys;
mod reminders;
mod sqlite;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use partner_portal_contract::{
    ContactField, ContactInformationDraft,
    account::Brand,
    contact_information::UpdatedBy,
    saved_draft::DraftToSave,
    users::{Role, UserState, UsersSort},
};

use crate::ids::{AccountId, InvitationId, UserId};

pub use access::{AnsweredInvitation, Correspondent, InvitationPeriod, OpenInvitation};
pub use database_url::{DatabaseUrl, DatabaseUrlError};
pub use reminders::{REMINDER_PAUSE, ReminderClaim, ReminderRecipient};
pub use sqlite::{AccessChange, ContactInformationSave, Storage};

/// Why storage could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The database did not answer; later it may.
    #[error("the database cannot be reached: {0}")]
    Unreachable(#[source] sqlx::Error),
    /// A defect: the statement and the schema do not fit.
    #[error("the database refused a statement: {0}")]
    Refused(#[source] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("a migration failed: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The database's file was removed, or another one is in its place.
    #[error("the database's file was removed or replaced while the server ran")]
    FileGone,
    /// The database's file cannot be read as a database. The text says where, and holds no data.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// What a write refers to was removed meanwhile, such as the person who writes.
    #[error("the account or the person of this write was removed meanwhile")]
    Removed,
    /// A stored value is none that this version writes.
    #[error("a stored value cannot be read: {0}")]
    Unreadable(&'static str),
}

/// A person, whatever accounts they belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Person {
    pub id: UserId,
    pub name: String,
    pub email: String,
}

/// A person whom an identity provider knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPerson {
    /// The person.
    pub person: Person,
    /// The key of the address by which the person is found. It is no address's key while another
    /// person has the address.
    pub address_key: String,
}

/// A person as an identity provider names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Who vouches: the `iss` of their tokens.
    pub issuer: String,
    /// The issuer's own name for the person: the `sub`.
    pub subject: String,
}

/// An account as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAccount {
    /// The account's id.
    pub id: AccountId,
    /// The id under which the platform knows the partner.
    pub partner_id: String,
    /// The partner's name.
    pub name: String,
    /// The id of its integration type.
    pub integration_type: String,
    /// The brand that end customers see unless a partner has several.
    pub default_brand: Brand,
}

/// A person's place in an account.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Membership {
    pub account_id: AccountId,
    pub user_id: UserId,
    pub role: Role,
}

/// An invitation that is to be stored with a [`Seed`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SeedInvitation {
    pub id: InvitationId,
    pub account_id: AccountId,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub invited_by: UserId,
    pub period: InvitationPeriod,
}

/// A member or an invited person of an account, for the demo's sign-in page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Member {
    pub person: Person,
    pub role: Role,
    pub account: StoredAccount,
}

/// The newest contact information; blank at revision 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredContactInformation {
    /// Canonical values.
    pub document: ContactInformationDraft,
    /// Counts the saves.
    pub revision: u64,
    /// Who saved it.
    pub updated_by: Option<UpdatedBy>,
    /// When.
    pub updated_at: Option<DateTime<Utc>>,
}

/// A save that is to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct NewRevision {
    pub revision: u64,
    pub document: ContactInformationDraft,
    pub changed_fields: Vec<ContactField>,
    pub saved_by: UserId,
    pub saved_at: DateTime<Utc>,
}

/// An earlier save, as far as this version understands what was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRevision {
    /// Counts the saves, from 1.
    pub revision: u64,
    /// What was saved.
    pub document: ContactInformationDraft,
    /// The fields that differed from the revision before.
    pub changed_fields: Vec<ContactField>,
    /// Who saved it.
    pub saved_by: UpdatedBy,
    /// When.
    pub saved_at: DateTime<Utc>,
}

/// What somebody has typed and not submitted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct StoredDraft {
    pub draft: DraftToSave,
    pub saved_at: DateTime<Utc>,
}

/// What a repeated request is recognised by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// The request's path, without its query.
    pub path: String,
    /// The header's value.
    pub key: String,
    /// SHA-256 of everything that was asked.
    pub fingerprint: [u8; 32],
}

/// Which save a key stood for before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct RememberedSave {
    pub fingerprint: [u8; 32],
    pub revision: u64,
}

/// Which people of an account to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsersFilter {
    /// Words of which each must be part of the name or the address; empty for all.
    pub query: String,
    /// Only this role.
    pub role: Option<Role>,
    /// Only this state.
    pub state: Option<UserState>,
    /// In which order.
    pub sort: UsersSort,
}

/// A place in the list of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsersPosition {
    /// The rank of the role or the state when the list is sorted by it, and 0 otherwise.
    pub rank: i64,
    /// The key by which the name is sorted.
    pub name_key: String,
    /// Whose place it is.
    pub user_id: UserId,
}

/// One page of the list of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredUsersPage {
    /// The people, sorted.
    pub users: Vec<partner_portal_contract::users::User>,
    /// How many match, over all pages.
    pub total_size: u64,
    /// The last person's place, unless nobody follows.
    pub next: Option<UsersPosition>,
}

/// What an empty database is filled with.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Seed {
    pub accounts: Vec<StoredAccount>,
    pub people: Vec<Person>,
    pub memberships: Vec<Membership>,
    pub invitations: Vec<SeedInvitation>,
    pub revisions: Vec<(AccountId, NewRevision)>,
}

/// The people among `ids` that a document names and an account does not have.
pub fn unknown_among(ids: &[String], active: &BTreeSet<UserId>) -> BTreeSet<String> {
    ids.iter().filter(|id| !active.contains(&UserId::new(id.as_str()))).cloned().collect()
}
