//! The stored keys of addresses. How they are made is code, so a start brings them up to date.

use std::collections::BTreeMap;

use partner_portal_contract::{BundledReferenceData, users::PersonAddress};
use sqlx::SqliteConnection;

use super::Storage;
use crate::storage::StorageError;

/// The key of a stored address. One that the rules of today refuse is compared as it is, and equals
/// no address that they accept.
pub(super) fn address_key(email: &str) -> String {
    PersonAddress::parse(email, &BundledReferenceData)
        .map_or_else(|_| format!("refused:{email}"), |address| address.key().to_owned())
}

/// The key of a row to which no address leads.
pub(super) fn unmatched_key(id: &str) -> String {
    format!("refused:{id}")
}

/// A table with addresses. Within one scope every key is there once.
struct Table {
    name: &'static str,
    /// Reads id, scope, address and key. In ASCII all versions agree.
    read: &'static str,
    /// Finds the row of a scope with a key.
    find: &'static str,
    write: &'static str,
}

const TABLES: [Table; 2] = [
    Table {
        name: "users",
        read: "SELECT id, '', email, email_key FROM users
               WHERE email GLOB '*[^ -~]*' AND email_key <> 'refused:' || id",
        find: "SELECT id FROM users WHERE ?1 = '' AND email_key = ?2",
        write: "UPDATE users SET email_key = ?2 WHERE id = ?1",
    },
    Table {
        name: "invitations",
        read: "SELECT id, account_id, email, email_key FROM invitations
               WHERE email GLOB '*[^ -~]*' AND email_key <> 'refused:' || id",
        find: "SELECT id FROM invitations WHERE account_id = ?1 AND email_key = ?2",
        write: "UPDATE invitations SET email_key = ?2 WHERE id = ?1",
    },
];

impl Storage {
    /// Writes those keys anew that a version before has made otherwise.
    pub(super) async fn renew_address_keys(&self) -> Result<(), StorageError> {
        let mut transaction = self.begin_write().await?;
        for table in &TABLES {
            renew(&mut transaction, table).await?;
        }
        Ok(transaction.commit().await?)
    }
}

/// Two rows of one scope whose addresses turn out to be the same get keys that no address has. It
/// cannot be told to whom of them the address belongs, and a token must not be taken for the other.
async fn renew(connection: &mut SqliteConnection, table: &Table) -> Result<(), StorageError> {
    let rows: Vec<(String, String, String, String)> =
        sqlx::query_as(table.read).fetch_all(&mut *connection).await?;
    let mut changed: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for (id, scope, email, stored) in rows {
        let key = address_key(&email);
        if key != stored {
            // A key that another row is about to leave blocks no row.
            write(connection, table, &id, &unmatched_key(&id)).await?;
            changed.entry((scope, key)).or_default().push(id);
        }
    }
    for ((scope, key), mut ids) in changed {
        let holder: Option<String> = sqlx::query_scalar(table.find)
            .bind(scope)
            .bind(&key)
            .fetch_optional(&mut *connection)
            .await?;
        if let Some(holder) = holder {
            write(connection, table, &holder, &unmatched_key(&holder)).await?;
            ids.push(holder);
        }
        if let [id] = ids.as_slice() {
            write(connection, table, id, &key).await?;
        } else {
            let (table, ids) = (table.name, ids.join(" "));
            tracing::warn!(table, ids, "rows had the same address; it leads to none of them");
        }
    }
    Ok(())
}

async fn write(
    connection: &mut SqliteConnection,
    table: &Table,
    id: &str,
    key: &str,
) -> Result<(), StorageError> {
    sqlx::query(table.write).bind(id).bind(key).execute(connection).await?;
    Ok(())
}
