//! Converts the values of columns to the types of the product and back.

use chrono::{DateTime, Utc};
use partner_portal_contract::users::{Invitation, InvitationState, Role, User, UserState};
use sqlx::FromRow;

use crate::{
    clock::rfc3339,
    ids::{AccountId, UserId},
    storage::{accounts::StoredAccount, error::StorageError, people::Person},
};

/// The state of a member in [`super::people`].
const ACTIVE: &str = "active";
/// The state of an invitation in [`super::people`].
const INVITED: &str = "invited";

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

/// The columns of a user in [`super::people`]: `m.user_id AS id, m.name, m.email, m.role, m.state,
/// m.sent_at, m.expires_at, m.declined_at`.
#[derive(FromRow)]
pub(super) struct UserRow {
    id: String,
    name: String,
    email: String,
    role: String,
    state: String,
    sent_at: Option<i64>,
    expires_at: Option<i64>,
    declined_at: Option<i64>,
}

impl UserRow {
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// Converts the row to a user with the state at `now`.
    pub(super) fn into_user(
        self,
        now: DateTime<Utc>,
        alert_contacts: &[String],
    ) -> Result<User, StorageError> {
        let state = state(&self.state)?;
        let invitation = match (state, self.sent_at, self.expires_at) {
            (UserState::Invited, Some(sent_at), Some(expires_at)) => {
                let (sent_at, expires_at) = (instant(sent_at)?, instant(expires_at)?);
                let state = invitation_state(expires_at, self.declined_at.is_some(), now);
                let (sent_at, expires_at) = (rfc3339(sent_at), rfc3339(expires_at));
                Some(Invitation { state, sent_at, expires_at })
            }
            (UserState::Invited, ..) => return Err(StorageError::Unreadable("an invitation")),
            _ => None,
        };
        Ok(User {
            is_alert_contact: alert_contacts.contains(&self.id),
            role: role(&self.role)?,
            id: self.id,
            name: self.name,
            email: self.email,
            state,
            invitation,
        })
    }
}

fn invitation_state(
    expires_at: DateTime<Utc>,
    is_declined: bool,
    now: DateTime<Utc>,
) -> InvitationState {
    match is_declined {
        true => InvitationState::Declined,
        false if now < expires_at => InvitationState::Pending,
        false => InvitationState::Expired,
    }
}

pub(super) fn role(name: &str) -> Result<Role, StorageError> {
    Role::parse(name).ok_or(StorageError::Unreadable("memberships.role"))
}

fn state(name: &str) -> Result<UserState, StorageError> {
    match name {
        ACTIVE => Ok(UserState::Active),
        INVITED => Ok(UserState::Invited),
        _ => Err(StorageError::Unreadable("a state")),
    }
}

pub(super) fn instant(milliseconds: i64) -> Result<DateTime<Utc>, StorageError> {
    DateTime::from_timestamp_millis(milliseconds).ok_or(StorageError::Unreadable("an instant"))
}

/// Converts a number that is never negative in the schema.
pub(super) fn count(number: i64) -> Result<u64, StorageError> {
    u64::try_from(number).map_err(|_| StorageError::Unreadable("a count"))
}

/// Converts a revision for a column, because `SQLite` has no unsigned numbers.
pub(super) fn revision_column(revision: u64) -> Result<i64, StorageError> {
    i64::try_from(revision).map_err(|_| StorageError::Unreadable("a revision"))
}
