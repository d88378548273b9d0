//! Changes the access to an account. A change reads all facts that the rules need inside its own
//! transaction. No other writer can enter the transaction, so the second of two concurrent changes
//! sees the result of the first.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use partner_portal_contract::{language::Language, users::Role};
use sqlx::{Sqlite, SqliteConnection, Transaction};

use super::{
    account_change::record_change,
    contact_information,
    database::Storage,
    limits,
    memberships::role_of,
    people::people,
    person::forget_if_nowhere,
    rows::UserRow,
    users::{active_among, alert_contacts},
};
use crate::{
    ids::{AccountId, UserId},
    storage::{
        contact_information::{NewAlertContacts, StoredContactInformation},
        error::StorageError,
        invitations::Correspondent,
        limits::LimitKind,
    },
};

/// A change in progress. Dropping it without [`Self::commit`] rolls it back.
pub struct AccessChange {
    pub(super) transaction: Transaction<'static, Sqlite>,
    pub(super) account: AccountId,
}

impl Storage {
    /// Begins a change. All other writers wait until it is committed or dropped.
    pub async fn begin_access_change(
        &self,
        account: AccountId,
    ) -> Result<AccessChange, StorageError> {
        Ok(AccessChange { transaction: self.begin_write().await?, account })
    }
}

impl AccessChange {
    /// Returns the role of a member.
    pub async fn role_of(&mut self, user: &UserId) -> Result<Option<Role>, StorageError> {
        role_of(&mut self.transaction, user, &self.account).await
    }

    /// Returns a member of the account or an invited user, with the state at `now`.
    pub async fn user(
        &mut self,
        user_id: &UserId,
        now: DateTime<Utc>,
    ) -> Result<Option<Correspondent>, StorageError> {
        user(&mut self.transaction, &self.account, user_id, now).await
    }

    /// Counts a hit like [`Storage::count_hit`], as part of the change. A change that is not
    /// committed counts no hit.
    pub async fn count_hit(
        &mut self,
        kind: LimitKind,
        counted_for: &[u8; 32],
        limit: u32,
        now: DateTime<Utc>,
        ends_at: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, StorageError> {
        limits::count(&mut self.transaction, kind, counted_for, limit, now, ends_at).await
    }

    /// Removes a hit from the current period, as part of the change.
    pub async fn take_back_hit(
        &mut self,
        kind: LimitKind,
        counted_for: &[u8; 32],
    ) -> Result<(), StorageError> {
        limits::take_back(&mut self.transaction, kind, counted_for).await
    }

    /// Changes the role of a member or of an invited user.
    pub async fn set_role(&mut self, user: &UserId, role: Role) -> Result<(), StorageError> {
        for statement in [
            "UPDATE memberships SET role = ?3 WHERE account_id = ?1 AND user_id = ?2",
            "UPDATE invitations SET role = ?3
             WHERE account_id = ?1 AND id = ?2 AND accepted_by IS NULL",
        ] {
            sqlx::query(statement)
                .bind(&self.account)
                .bind(user)
                .bind(role.as_str())
                .execute(&mut *self.transaction)
                .await?;
        }
        Ok(())
    }

    /// Removes a member from the account, or revokes an invitation. If the person then has no
    /// account left, their sessions end, and their data are deleted unless the history refers to
    /// them.
    pub async fn remove(&mut self, user: &UserId, now: DateTime<Utc>) -> Result<(), StorageError> {
        let person: Option<UserId> = sqlx::query_scalar(
            "SELECT u.id FROM invitations i JOIN users u ON u.email_key = i.email_key
             WHERE i.account_id = ?1 AND i.id = ?2",
        )
        .bind(&self.account)
        .bind(user)
        .fetch_optional(&mut *self.transaction)
        .await?;
        for statement in [
            "DELETE FROM memberships WHERE account_id = ?1 AND user_id = ?2",
            "DELETE FROM invitations WHERE account_id = ?1 AND id = ?2 AND accepted_by IS NULL",
        ] {
            sqlx::query(statement)
                .bind(&self.account)
                .bind(user)
                .execute(&mut *self.transaction)
                .await?;
        }
        let person = person.as_ref().unwrap_or(user);
        forget_if_nowhere(&mut self.transaction, person, now).await
    }

    /// Checks whether the account has an administrator other than `user`.
    pub async fn has_other_administrator(&mut self, user: &UserId) -> Result<bool, StorageError> {
        Ok(sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM memberships
                            WHERE account_id = ?1 AND role_rank = 1 AND user_id <> ?2)",
        )
        .bind(&self.account)
        .bind(user)
        .fetch_one(&mut *self.transaction)
        .await?)
    }

    /// Returns those of `ids` that are active users of the account.
    pub async fn active_among(&mut self, ids: &[String]) -> Result<BTreeSet<UserId>, StorageError> {
        active_among(&mut self.transaction, &self.account, ids).await
    }

    /// Returns the newest contact information.
    pub async fn contact_information(&mut self) -> Result<StoredContactInformation, StorageError> {
        contact_information::newest(&mut self.transaction, &self.account).await
    }

    /// Saves other alert contacts as part of the change.
    pub async fn save_alert_contacts(
        &mut self,
        new: &NewAlertContacts,
    ) -> Result<(), StorageError> {
        contact_information::insert_alert_contacts(&mut self.transaction, &self.account, new).await
    }

    /// Commits the change and records its time.
    pub async fn commit(mut self, now: DateTime<Utc>) -> Result<(), StorageError> {
        record_change(&mut self.transaction, &self.account, now).await?;
        Ok(self.transaction.commit().await?)
    }
}

/// Returns a member of the account or an invited user, with the state at `now`.
pub(super) async fn user(
    connection: &mut SqliteConnection,
    account: &AccountId,
    user_id: &UserId,
    now: DateTime<Utc>,
) -> Result<Option<Correspondent>, StorageError> {
    #[derive(sqlx::FromRow)]
    struct Row {
        #[sqlx(flatten)]
        user: UserRow,
        language: String,
        email_key: String,
    }
    let row: Option<Row> = sqlx::query_as(concat!(
        "SELECT m.user_id AS id, m.name, m.email, m.role, m.state, m.sent_at, m.expires_at,
                m.declined_at, m.language, m.email_key
         FROM ",
        people!(),
        " WHERE m.account_id = ?1 AND m.user_id = ?2",
    ))
    .bind(account)
    .bind(user_id)
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let alert_contacts = alert_contacts(connection, account).await?;
    Ok(Some(Correspondent {
        user: row.user.into_user(now, &alert_contacts)?,
        language: Language::parse(&row.language).ok_or(StorageError::Unreadable("a language"))?,
        address_key: row.email_key,
    }))
}
