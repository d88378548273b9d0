//! Stores the data of the portal. The rest of the crate uses [`Storage`] and the plain types of
//! this module. All SQL is in one folder per database engine.

mod access;
mod database_url;
mod history_text;
mod limits;
mod person_keys;
mod reminders;
mod sqlite;

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
pub use limits::LimitKind;
pub use reminders::{REMINDER_PAUSE, ReminderClaim, ReminderRecipient};
pub use sqlite::{AccessChange, ContactInformationSave, Storage};

/// The reason why an operation on the database failed.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The database did not answer. A retry may succeed.
    #[error("the database cannot be reached: {0}")]
    Unreachable(#[source] sqlx::Error),
    /// The statement does not match the schema. This is a bug in this program.
    #[error("the database refused a statement: {0}")]
    Refused(#[source] sqlx::Error),
    /// The schema could not be migrated to the current version.
    #[error("a migration failed: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The file of the database was removed, or another file took its place.
    #[error("the database's file was removed or replaced while the server ran")]
    FileGone,
    /// The file cannot be read as a database. The text describes the damage and contains no stored
    /// data.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// A row that the write refers to was removed meanwhile, for example the user who sent the
    /// request.
    #[error("the account or the person of this write was removed meanwhile")]
    Removed,
    /// This version never writes the stored value, so it cannot be read.
    #[error("a stored value cannot be read: {0}")]
    Unreadable(&'static str),
}

/// A person, independent of the accounts that they belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Person {
    pub id: UserId,
    pub name: String,
    pub email: String,
}

/// A person who is known to an identity provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPerson {
    /// The person.
    pub person: Person,
    /// The key of the address by which the person is found. It does not match any address while
    /// another person uses this address.
    pub address_key: String,
}

/// The identity of a person at an identity provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The `iss` claim of the person's tokens.
    pub issuer: String,
    /// The `sub` claim: the issuer's identifier of the person.
    pub subject: String,
}

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

/// An invitation that is stored with a [`Seed`].
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

/// A member of an account, or a person invited to it, for the sign-in page of the demo.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Member {
    pub person: Person,
    pub role: Role,
    pub account: StoredAccount,
}

/// The newest contact information. The document is blank at revision 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredContactInformation {
    /// The document, with canonical values.
    pub document: ContactInformationDraft,
    /// The number of saves so far.
    pub revision: u64,
    /// The user who saved this revision.
    pub updated_by: Option<UpdatedBy>,
    /// The time of the save.
    pub updated_at: Option<DateTime<Utc>>,
}

/// A revision to store.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct NewRevision {
    pub revision: u64,
    pub document: ContactInformationDraft,
    pub changed_fields: Vec<ContactField>,
    pub saved_by: UserId,
    pub saved_at: DateTime<Utc>,
}

/// An earlier revision, reduced to the parts that this version understands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRevision {
    /// The number of the save, counted from 1.
    pub revision: u64,
    /// The saved document.
    pub document: ContactInformationDraft,
    /// The fields that differ from the previous revision.
    pub changed_fields: Vec<ContactField>,
    /// The user who saved this revision.
    pub saved_by: UpdatedBy,
    /// The time of the save.
    pub saved_at: DateTime<Utc>,
}

/// The autosaved text of a user who has not submitted it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct StoredDraft {
    pub draft: DraftToSave,
    pub saved_at: DateTime<Utc>,
}

/// The idempotency key of a request, with the data that identify the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// The request's path, without its query.
    pub path: String,
    /// The header's value.
    pub key: String,
    /// SHA-256 of the whole request.
    pub fingerprint: [u8; 32],
}

/// The earlier save for which an idempotency key was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct RememberedSave {
    pub fingerprint: [u8; 32],
    pub revision: u64,
}

/// A filter and a sort order for the users of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsersFilter {
    /// Words that must all occur in the name or the address. An empty query matches all users.
    pub query: String,
    /// Restricts the list to this role.
    pub role: Option<Role>,
    /// Restricts the list to this state.
    pub state: Option<UserState>,
    /// The sort order.
    pub sort: UsersSort,
}

/// A position in the sorted list of users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsersPosition {
    /// The rank of the role or state if the list is sorted by it, otherwise 0.
    pub rank: i64,
    /// The sort key of the name.
    pub name_key: String,
    /// The user at this position.
    pub user_id: UserId,
}

/// One page of the list of users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredUsersPage {
    /// The users of this page, in sort order.
    pub users: Vec<partner_portal_contract::users::User>,
    /// The number of matching users on all pages.
    pub total_size: u64,
    /// The position of the last user on this page, or `None` on the last page.
    pub next: Option<UsersPosition>,
}

/// The initial content of an empty database.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Seed {
    pub accounts: Vec<StoredAccount>,
    pub people: Vec<Person>,
    pub memberships: Vec<Membership>,
    pub invitations: Vec<SeedInvitation>,
    pub revisions: Vec<(AccountId, NewRevision)>,
}
