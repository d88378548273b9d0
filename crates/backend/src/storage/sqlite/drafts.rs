//! Stores drafts unchanged. The server never parses their content.

use chrono::{DateTime, Utc};
use partner_portal_contract::saved_draft::DraftToSave;
use sqlx::SqliteConnection;

use super::{database::Storage, rows::instant};
use crate::{
    ids::{AccountId, UserId},
    storage::{drafts::StoredDraft, error::StorageError},
};

impl Storage {
    /// Returns the user's draft of the account's contact information.
    pub async fn draft(
        &self,
        account: &AccountId,
        user: &UserId,
    ) -> Result<Option<StoredDraft>, StorageError> {
        let row: Option<DraftRow> = sqlx::query_as(
            "SELECT form_version, content, base_revision, saved_at FROM drafts
             WHERE account_id = ?1 AND user_id = ?2",
        )
        .bind(account)
        .bind(user)
        .fetch_optional(&self.readers)
        .await?;
        row.map(StoredDraft::try_from).transpose()
    }

    /// Stores a draft in place of the user's earlier one.
    pub async fn keep_draft(
        &self,
        account: &AccountId,
        user: &UserId,
        draft: &DraftToSave,
        now: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        sqlx::query(
            "INSERT INTO drafts
                (account_id, user_id, form_version, content, base_revision, saved_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (account_id, user_id) DO UPDATE SET
                form_version = excluded.form_version,
                content = excluded.content,
                base_revision = excluded.base_revision,
                saved_at = excluded.saved_at",
        )
        .bind(account)
        .bind(user)
        .bind(draft.form_version)
        .bind(draft.content.as_bytes())
        .bind(draft.base_revision.cast_signed())
        .bind(now.timestamp_millis())
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// Deletes the user's draft, if there is one.
    pub async fn drop_draft(&self, account: &AccountId, user: &UserId) -> Result<(), StorageError> {
        delete(&mut *self.writer.acquire().await?, account, user).await
    }
}

#[derive(sqlx::FromRow)]
struct DraftRow {
    form_version: u32,
    content: Vec<u8>,
    base_revision: i64,
    saved_at: i64,
}

impl TryFrom<DraftRow> for StoredDraft {
    type Error = StorageError;

    fn try_from(row: DraftRow) -> Result<Self, Self::Error> {
        // The conversion's error would contain the content, which is personal data.
        let content = String::from_utf8(row.content)
            .map_err(|_| StorageError::Unreadable("drafts.content"))?;
        Ok(Self {
            draft: DraftToSave {
                form_version: row.form_version,
                content,
                base_revision: row.base_revision.cast_unsigned(),
            },
            saved_at: instant(row.saved_at)?,
        })
    }
}

pub(super) async fn delete(
    connection: &mut SqliteConnection,
    account: &AccountId,
    user: &UserId,
) -> Result<(), StorageError> {
    sqlx::query("DELETE FROM drafts WHERE account_id = ?1 AND user_id = ?2")
        .bind(account)
        .bind(user)
        .execute(connection)
        .await?;
    Ok(())
}
