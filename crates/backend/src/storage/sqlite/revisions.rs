//! Reads the history of the contact information.

use partner_portal_contract::contact_information::UpdatedBy;

use super::{
    database::Storage,
    rows::{count, instant},
};
use crate::{
    ids::AccountId,
    storage::{contact_information::StoredRevision, error::StorageError, history_text},
};

impl Storage {
    /// Returns at most `at_most` revisions, newest first. With `older_than`, only earlier
    /// revisions.
    pub async fn revisions(
        &self,
        account: &AccountId,
        older_than: Option<u64>,
        at_most: u32,
    ) -> Result<Vec<StoredRevision>, StorageError> {
        let rows: Vec<HistoryRow> = sqlx::query_as(
            "SELECT r.revision, r.document, r.changed_fields, r.saved_at,
                    u.id AS user_id, u.name AS user_name
             FROM contact_information_revisions r JOIN users u ON u.id = r.saved_by
             WHERE r.account_id = ?1 AND (?2 IS NULL OR r.revision < ?2)
             ORDER BY r.revision DESC
             LIMIT ?3",
        )
        .bind(account)
        // A bound above the column's maximum excludes nothing.
        .bind(older_than.map(|bound| i64::try_from(bound).unwrap_or(i64::MAX)))
        .bind(at_most)
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(StoredRevision::try_from).collect()
    }
}

#[derive(sqlx::FromRow)]
struct HistoryRow {
    revision: i64,
    document: String,
    changed_fields: String,
    saved_at: i64,
    user_id: String,
    user_name: String,
}

impl TryFrom<HistoryRow> for StoredRevision {
    type Error = StorageError;

    fn try_from(row: HistoryRow) -> Result<Self, Self::Error> {
        Ok(Self {
            revision: count(row.revision)?,
            document: history_text::document(&row.document),
            changed_fields: history_text::changed_fields(&row.changed_fields),
            saved_by: UpdatedBy { id: row.user_id, name: row.user_name },
            saved_at: instant(row.saved_at)?,
        })
    }
}
