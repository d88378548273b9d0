//! Accepting invitations: by signing in.

use chrono::{DateTime, Utc};

use super::Storage;
use crate::{
    ids::{AccountId, UserId},
    storage::StorageError,
};

impl Storage {
    /// Accepts every invitation of a person that has not expired; the accounts that they belong
    /// to from now on.
    pub async fn accept_invitations(
        &self,
        user: &UserId,
        now: DateTime<Utc>,
    ) -> Result<Vec<AccountId>, StorageError> {
        let open: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM memberships
                            WHERE user_id = ?1 AND state = 'invited' AND expires_at > ?2)",
        )
        .bind(user)
        .bind(now.timestamp_millis())
        .fetch_one(&self.readers)
        .await?;
        // Nearly always nothing is open, and then nobody waits for the one writer.
        if !open {
            return Ok(Vec::new());
        }
        Ok(sqlx::query_scalar(
            "UPDATE memberships SET state = 'active', sent_at = NULL, expires_at = NULL
             WHERE user_id = ?1 AND state = 'invited' AND expires_at > ?2
             RETURNING account_id",
        )
        .bind(user)
        .bind(now.timestamp_millis())
        .fetch_all(&self.writer)
        .await?)
    }
}
