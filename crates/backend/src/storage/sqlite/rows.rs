//! How the columns' values become the product's types and back.

use chrono::{DateTime, Utc};
use partner_portal_contract::users::{Role, User, UserState};
use sqlx::FromRow;

use crate::{
    ids::{AccountId, UserId},
    storage::{Person, StorageError, StoredAccount},
};

#[derive(FromRow)]
pub(super) struct PersonRow {
    id: UserId,
    name: String,
    email: String,
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Self {
        Self { id: row.id, name: row.name, email: row.email }
    }
}

#[derive(FromRow)]
pub(super) struct AccountRow {
    account_id: AccountId,
    partner_id: String,
    account_name: String,
    integration_type: String,
    brand_name: String,
    brand_support_email: String,
}

impl From<AccountRow> for StoredAccount {
    fn from(row: AccountRow) -> Self {
        Self {
            id: row.account_id,
            partner_id: row.partner_id,
            name: row.account_name,
            integration_type: row.integration_type,
            default_brand: partner_portal_contract::account::Brand {
                name: row.brand_name,
                support_email: row.brand_support_email,
            },
        }
    }
}

#[derive(FromRow)]
pub(super) struct UserRow {
    id: String,
    name: String,
    email: String,
    role: String,
    state: String,
}

impl UserRow {
    pub(super) fn id(&self) -> &str {
        &self.id
    }
}

impl TryFrom<UserRow> for User {
    type Error = StorageError;

    fn try_from(row: UserRow) -> Result<Self, Self::Error> {
        Ok(Self {
            id: row.id,
            name: row.name,
            email: row.email,
            role: role(&row.role)?,
            state: state(&row.state)?,
            invitation: None,
            is_alert_contact: false,
        })
    }
}

pub(super) fn role(name: &str) -> Result<Role, StorageError> {
    Role::parse(name).ok_or(StorageError::Unreadable("memberships.role"))
}

pub(super) fn state(name: &str) -> Result<UserState, StorageError> {
    [UserState::Active, UserState::Invited]
        .into_iter()
        .find(|state| state_name(*state) == name)
        .ok_or(StorageError::Unreadable("memberships.state"))
}

pub(super) const fn state_name(state: UserState) -> &'static str {
    match state {
        UserState::Active => "active",
        UserState::Invited => "invited",
        UserState::Unknown => "unknown",
    }
}

pub(super) fn instant(milliseconds: i64) -> Result<DateTime<Utc>, StorageError> {
    DateTime::from_timestamp_millis(milliseconds).ok_or(StorageError::Unreadable("an instant"))
}

/// A number that is never negative in the schema.
pub(super) fn count(number: i64) -> Result<u64, StorageError> {
    u64::try_from(number).map_err(|_| StorageError::Unreadable("a count"))
}

/// A revision for a column: `SQLite` has no unsigned numbers.
pub(super) fn revision_column(revision: u64) -> Result<i64, StorageError> {
    i64::try_from(revision).map_err(|_| StorageError::Unreadable("a revision"))
}
