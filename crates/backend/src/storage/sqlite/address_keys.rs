//! Computes and renews the stored keys of addresses. The rules for a key are code and can change,
//! so the server renews the stored keys when it starts.

use std::collections::BTreeMap;

use partner_portal_contract::{BundledReferenceData, users::PersonAddress};
use sqlx::SqliteConnection;

use super::database::Storage;
use crate::storage::error::StorageError;

/// Returns the key of a stored address. If the current rules refuse the address, its key contains
/// the unchanged text and equals no key of a valid address.
pub(super) fn address_key(email: &str) -> String {
    PersonAddress::parse(email, &BundledReferenceData)
        .map_or_else(|_| format!("refused:{email}"), |address| address.key().to_owned())
}

/// Returns a key that matches no address, for the row with this id.
pub(super) fn unmatched_key(id: &str) -> String {
    format!("refused:{id}")
}

/// A table with addresses. A key occurs at most once within a scope.
struct Table {
    name: &'static str,
    /// Reads id, scope, address and key of all rows with a non-ASCII address. ASCII addresses have
    /// the same key in every version.
    read: &'static str,
    /// Finds the row with a given key in a scope.
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
    /// Renews the keys that an earlier version computed differently.
    pub(super) async fn renew_address_keys(&self) -> Result<(), StorageError> {
        let mut transaction = self.begin_write().await?;
        for table in &TABLES {
            renew(&mut transaction, table).await?;
        }
        Ok(transaction.commit().await?)
    }
}

/// Renews the keys of one table. If two rows of a scope turn out to have the same address, both get
/// keys that match no address. The server cannot tell which person owns the address, and a token
/// must never give access to the wrong person.
async fn renew(connection: &mut SqliteConnection, table: &Table) -> Result<(), StorageError> {
    let rows: Vec<(String, String, String, String)> =
        sqlx::query_as(table.read).fetch_all(&mut *connection).await?;
    let mut changed: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for (id, scope, email, stored) in rows {
        let key = address_key(&email);
        if key != stored {
            // Frees the old key first, so that it does not block another row.
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
