//! Saves the contact information, and remembers the idempotency keys of saves.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use partner_portal_contract::users::{PersonAddress, Role};
use sqlx::{Sqlite, Transaction};

use super::{
    contact_information::{RevisionRow, insert, newest},
    database::Storage,
    drafts,
    memberships::role_of,
    rows::{count, revision_column},
    users::active_among,
};
use crate::{
    ids::{AccountId, UserId},
    storage::{
        contact_information::{
            IdempotencyKey, NewRevision, RememberedSave, StoredContactInformation,
        },
        error::StorageError,
    },
};

impl Storage {
    /// Begins a save. All other writers wait until it is committed or dropped.
    pub async fn begin_save(
        &self,
        account: AccountId,
        user: UserId,
    ) -> Result<ContactInformationSave, StorageError> {
        Ok(ContactInformationSave { transaction: self.begin_write().await?, account, user })
    }
}

/// A save in progress. Dropping it without [`Self::commit`] rolls it back.
pub struct ContactInformationSave {
    transaction: Transaction<'static, Sqlite>,
    account: AccountId,
    user: UserId,
}

impl ContactInformationSave {
    /// Returns the role of the user who saves, or `None` if they no longer belong to the account.
    pub async fn role(&mut self) -> Result<Option<Role>, StorageError> {
        role_of(&mut self.transaction, &self.user, &self.account).await
    }

    /// Returns the newest contact information.
    pub async fn current(&mut self) -> Result<StoredContactInformation, StorageError> {
        newest(&mut self.transaction, &self.account).await
    }

    /// Returns those of `ids` that are active users of the account.
    pub async fn active_among(&mut self, ids: &[String]) -> Result<BTreeSet<UserId>, StorageError> {
        active_among(&mut self.transaction, &self.account, ids).await
    }

    /// Returns the id of the member with this address.
    pub async fn member_with_address(
        &mut self,
        address: &PersonAddress,
    ) -> Result<Option<UserId>, StorageError> {
        Ok(sqlx::query_scalar(
            "SELECT m.user_id FROM memberships m JOIN users u ON u.id = m.user_id
             WHERE m.account_id = ?1 AND u.email_key = ?2",
        )
        .bind(&self.account)
        .bind(address.key())
        .fetch_optional(&mut *self.transaction)
        .await?)
    }

    /// Returns the save for which this user used the key after `oldest`.
    pub async fn remembered(
        &mut self,
        key: &IdempotencyKey,
        oldest: DateTime<Utc>,
    ) -> Result<Option<RememberedSave>, StorageError> {
        let row: Option<(Vec<u8>, i64)> = sqlx::query_as(
            "SELECT fingerprint, revision FROM idempotency_keys
             WHERE user_id = ?1 AND account_id = ?2 AND path = ?3 AND key = ?4
               AND created_at > ?5",
        )
        .bind(&self.user)
        .bind(&self.account)
        .bind(&key.path)
        .bind(&key.key)
        .bind(oldest.timestamp_millis())
        .fetch_optional(&mut *self.transaction)
        .await?;
        row.map(|(fingerprint, revision)| {
            let fingerprint = fingerprint
                .try_into()
                .map_err(|_| StorageError::Unreadable("idempotency_keys.fingerprint"))?;
            Ok(RememberedSave { fingerprint, revision: count(revision)? })
        })
        .transpose()
    }

    /// Returns an earlier revision.
    pub async fn revision(
        &mut self,
        revision: u64,
    ) -> Result<StoredContactInformation, StorageError> {
        let row: Option<RevisionRow> = sqlx::query_as(
            "SELECT r.revision, r.document, r.saved_at, u.id AS user_id, u.name AS user_name
             FROM contact_information_revisions r JOIN users u ON u.id = r.saved_by
             WHERE r.account_id = ?1 AND r.revision = ?2",
        )
        .bind(&self.account)
        .bind(revision_column(revision)?)
        .fetch_optional(&mut *self.transaction)
        .await?;
        row.ok_or(StorageError::Unreadable("idempotency_keys.revision"))?.try_into()
    }

    /// Stores a revision and its idempotency key, and deletes the keys up to `oldest`. Deletes the
    /// user's draft too, because its text is now submitted.
    pub async fn commit(
        mut self,
        revision: &NewRevision,
        key: Option<&IdempotencyKey>,
        oldest: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        insert(&mut self.transaction, &self.account, revision).await?;
        drafts::delete(&mut self.transaction, &self.account, &self.user).await?;
        sqlx::query("DELETE FROM idempotency_keys WHERE created_at <= ?1")
            .bind(oldest.timestamp_millis())
            .execute(&mut *self.transaction)
            .await?;
        if let Some(key) = key {
            sqlx::query(
                "INSERT INTO idempotency_keys
                    (user_id, account_id, path, key, fingerprint, revision, created_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )
            .bind(&self.user)
            .bind(&self.account)
            .bind(&key.path)
            .bind(&key.key)
            .bind(&key.fingerprint[..])
            .bind(revision_column(revision.revision)?)
            .bind(revision.saved_at.timestamp_millis())
            .execute(&mut *self.transaction)
            .await?;
        }
        Ok(self.transaction.commit().await?)
    }
}
