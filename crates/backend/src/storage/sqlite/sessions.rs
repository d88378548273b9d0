//! Stores the sessions of signed-in people. A token is stored only as a hash.

use chrono::{DateTime, Utc};

use super::{database::Storage, rows::PersonRow};
use crate::{
    ids::UserId,
    storage::{error::StorageError, people::Person},
};

impl Storage {
    /// Returns the person whose session has this token, unless the session has ended.
    pub async fn signed_in(
        &self,
        token_hash: &[u8; 32],
        now: DateTime<Utc>,
    ) -> Result<Option<Person>, StorageError> {
        let row: Option<PersonRow> = sqlx::query_as(
            "SELECT u.id, u.name, u.email
             FROM sessions s JOIN users u ON u.id = s.user_id
             WHERE s.token_hash = ?1 AND s.expires_at > ?2",
        )
        .bind(&token_hash[..])
        .bind(now.timestamp_millis())
        .fetch_optional(&self.readers)
        .await?;
        Ok(row.map(Person::from))
    }

    /// Stores a session until `expires_at`. Deletes the session `replaced` and all sessions that
    /// have ended.
    pub async fn begin_session(
        &self,
        token_hash: &[u8; 32],
        user: &UserId,
        now: DateTime<Utc>,
        expires_at: DateTime<Utc>,
        replaced: Option<&[u8; 32]>,
    ) -> Result<(), StorageError> {
        let mut transaction = self.begin_write().await?;
        sqlx::query("DELETE FROM sessions WHERE expires_at <= ?1 OR token_hash = ?2")
            .bind(now.timestamp_millis())
            .bind(replaced.map(|hash| &hash[..]))
            .execute(&mut *transaction)
            .await?;
        sqlx::query("INSERT INTO sessions (token_hash, user_id, expires_at) VALUES (?1, ?2, ?3)")
            .bind(&token_hash[..])
            .bind(user)
            .bind(expires_at.timestamp_millis())
            .execute(&mut *transaction)
            .await?;
        Ok(transaction.commit().await?)
    }

    /// Deletes the session, if it exists.
    pub async fn end_session(&self, token_hash: &[u8; 32]) -> Result<(), StorageError> {
        sqlx::query("DELETE FROM sessions WHERE token_hash = ?1")
            .bind(&token_hash[..])
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}
