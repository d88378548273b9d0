//! Reads the contact information and inserts revisions.

use chrono::{DateTime, Utc};
use partner_portal_contract::{
    ContactField, ContactInformationInput, contact_information::UpdatedBy,
};
use sqlx::SqliteConnection;

use super::{
    account_change::record_change,
    database::Storage,
    rows::{count, instant, revision_column},
};
use crate::{
    ids::{AccountId, UserId},
    storage::{
        contact_information::{NewAlertContacts, NewRevision, StoredContactInformation},
        error::StorageError,
    },
};

impl Storage {
    /// Returns the newest contact information.
    pub async fn contact_information(
        &self,
        account: &AccountId,
    ) -> Result<StoredContactInformation, StorageError> {
        newest(&mut *self.readers.acquire().await?, account).await
    }
}

#[derive(sqlx::FromRow)]
pub(super) struct RevisionRow {
    revision: i64,
    document: String,
    saved_at: i64,
    user_id: String,
    user_name: String,
}

impl TryFrom<RevisionRow> for StoredContactInformation {
    type Error = StorageError;

    fn try_from(row: RevisionRow) -> Result<Self, Self::Error> {
        Ok(Self {
            // The parser's message would quote the document, which contains personal data.
            document: serde_json::from_str(&row.document)
                .map_err(|_| StorageError::Unreadable("contact_information_revisions.document"))?,
            revision: count(row.revision)?,
            updated_by: Some(UpdatedBy { id: row.user_id, name: row.user_name }),
            updated_at: Some(instant(row.saved_at)?),
        })
    }
}

pub(super) async fn newest(
    connection: &mut SqliteConnection,
    account: &AccountId,
) -> Result<StoredContactInformation, StorageError> {
    let row: Option<RevisionRow> = sqlx::query_as(
        "SELECT r.revision, r.document, r.saved_at, u.id AS user_id, u.name AS user_name
         FROM contact_information_revisions r JOIN users u ON u.id = r.saved_by
         WHERE r.account_id = ?1
         ORDER BY r.revision DESC LIMIT 1",
    )
    .bind(account)
    .fetch_optional(connection)
    .await?;
    row.map_or_else(|| Ok(StoredContactInformation::default()), TryInto::try_into)
}

pub(super) async fn insert(
    connection: &mut SqliteConnection,
    account: &AccountId,
    new: &NewRevision,
) -> Result<(), StorageError> {
    let row = NewRow {
        revision: new.revision,
        document: &new.contact_information.to_input(),
        changed_fields: &new.changed_fields,
        saved_by: &new.saved_by,
        saved_at: new.saved_at,
    };
    insert_row(connection, account, &row).await
}

/// Stores a copy of the newest revision with other alert contacts.
pub(super) async fn insert_alert_contacts(
    connection: &mut SqliteConnection,
    account: &AccountId,
    new: &NewAlertContacts,
) -> Result<(), StorageError> {
    let StoredContactInformation { mut document, revision, .. } =
        newest(connection, account).await?;
    document.alert_contacts = new.alert_contacts.iter().map(ToString::to_string).collect();
    let row = NewRow {
        revision: revision + 1,
        document: &document,
        changed_fields: &[ContactField::AlertContacts],
        saved_by: &new.saved_by,
        saved_at: new.saved_at,
    };
    insert_row(connection, account, &row).await
}

struct NewRow<'a> {
    revision: u64,
    document: &'a ContactInformationInput,
    changed_fields: &'a [ContactField],
    saved_by: &'a UserId,
    saved_at: DateTime<Utc>,
}

async fn insert_row(
    connection: &mut SqliteConnection,
    account: &AccountId,
    new: &NewRow<'_>,
) -> Result<(), StorageError> {
    let unwritable = |_| StorageError::Unreadable("contact_information_revisions.document");
    sqlx::query(
        "INSERT INTO contact_information_revisions
            (account_id, revision, document, changed_fields, saved_by, saved_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )
    .bind(account)
    .bind(revision_column(new.revision)?)
    .bind(serde_json::to_string(new.document).map_err(unwritable)?)
    .bind(serde_json::to_string(new.changed_fields).map_err(unwritable)?)
    .bind(new.saved_by)
    .bind(new.saved_at.timestamp_millis())
    .execute(&mut *connection)
    .await?;
    record_change(connection, account, new.saved_at).await
}
