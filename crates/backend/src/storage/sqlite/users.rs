//! Reads users of an account by id, and the users who may edit.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use partner_portal_contract::{completion::Editor, users::User};
use serde::Serialize;
use sqlx::SqliteConnection;

use super::{database::Storage, people::people, rows::UserRow};
use crate::{
    ids::{AccountId, UserId},
    storage::error::StorageError,
};

impl Storage {
    /// Returns the active users who may edit: administrators first, then by name.
    pub async fn editors(
        &self,
        account: &AccountId,
        at_most: usize,
    ) -> Result<Vec<Editor>, StorageError> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT u.name, u.email
             FROM memberships m JOIN users u ON u.id = m.user_id
             WHERE m.account_id = ?1 AND m.role_rank <= 2
             ORDER BY m.role_rank, m.name_key, m.user_id
             LIMIT ?2",
        )
        .bind(account)
        .bind(i64::try_from(at_most).unwrap_or(i64::MAX))
        .fetch_all(&self.readers)
        .await?;
        Ok(rows.into_iter().map(|(name, email)| Editor { name, email }).collect())
    }

    /// Returns the users of the account with these ids, sorted by name. Unknown ids are skipped.
    pub async fn users_with_ids(
        &self,
        account: &AccountId,
        ids: &[String],
        now: DateTime<Utc>,
    ) -> Result<Vec<User>, StorageError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut snapshot = self.readers.begin().await?;
        let alert_contacts = alert_contacts(&mut snapshot, account).await?;
        let rows: Vec<UserRow> = sqlx::query_as(concat!(
            "SELECT m.user_id AS id, m.name, m.email, m.role, m.state, m.sent_at, m.expires_at,
                    m.declined_at
             FROM ",
            people!(),
            " WHERE m.account_id = ?1 AND m.user_id IN (SELECT value FROM json_each(?2))
              ORDER BY m.name_key, m.user_id",
        ))
        .bind(account)
        .bind(json_list(ids)?)
        .fetch_all(&mut *snapshot)
        .await?;
        rows.into_iter().map(|row| row.into_user(now, &alert_contacts)).collect()
    }

    /// Returns those of `ids` that are active users of the account.
    pub async fn active_among(
        &self,
        account: &AccountId,
        ids: &[String],
    ) -> Result<BTreeSet<UserId>, StorageError> {
        active_among(&mut *self.readers.acquire().await?, account, ids).await
    }
}

pub(super) async fn active_among(
    connection: &mut SqliteConnection,
    account: &AccountId,
    ids: &[String],
) -> Result<BTreeSet<UserId>, StorageError> {
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let found: Vec<UserId> = sqlx::query_scalar(
        "SELECT user_id FROM memberships
         WHERE account_id = ?1 AND user_id IN (SELECT value FROM json_each(?2))",
    )
    .bind(account)
    .bind(json_list(ids)?)
    .fetch_all(connection)
    .await?;
    Ok(found.into_iter().collect())
}

/// Returns the ids of the alert contacts in the newest contact information.
pub(super) async fn alert_contacts(
    connection: &mut SqliteConnection,
    account: &AccountId,
) -> Result<Vec<String>, StorageError> {
    Ok(sqlx::query_scalar(
        "SELECT named.value
         FROM (SELECT document FROM contact_information_revisions
               WHERE account_id = ?1 ORDER BY revision DESC LIMIT 1) newest,
              json_each(newest.document, '$.alert_contacts') named
         WHERE named.type = 'text'",
    )
    .bind(account)
    .fetch_all(connection)
    .await?)
}

/// Returns a list of texts, such as ids, as one parameter for `json_each`.
pub(super) fn json_list<Text: Serialize>(texts: &[Text]) -> Result<String, StorageError> {
    serde_json::to_string(texts).map_err(|_| StorageError::Unreadable("a list"))
}
