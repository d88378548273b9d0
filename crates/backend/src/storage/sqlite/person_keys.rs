//! Recomputes the stored keys of members and invitations when a version with other rules wrote
//! them. Both have such keys, because both appear in the list of an account's users.
//!
//! The table `person_keys` holds the version of the keys. When the server starts, it compares this
//! version with its own. If they differ, it computes all keys from the names and addresses, and
//! stores them with the new version in one transaction. A migration cannot do this, because SQL
//! neither folds nor collates text.

use serde::Serialize;
use sqlx::SqliteConnection;

use super::database::Storage;
use crate::{
    ids::AccountId,
    storage::{
        error::StorageError,
        person_keys::{VERSION, name_key, search_key},
    },
};

/// The number of people and invitations per statement.
const AT_ONCE: u32 = 1000;

#[derive(Serialize)]
struct Keys {
    user_id: String,
    name_key: String,
    search_key: String,
}

impl Storage {
    /// Recomputes the keys unless this version wrote them.
    pub(super) async fn renew_person_keys(&self) -> Result<(), StorageError> {
        let stored: i64 =
            sqlx::query_scalar("SELECT version FROM person_keys").fetch_one(&self.readers).await?;
        if stored == VERSION {
            return Ok(());
        }
        let mut transaction = self.begin_write().await?;
        let mut last = String::new();
        loop {
            let people: Vec<(String, String, String)> = sqlx::query_as(
                "SELECT id, name, email FROM
                     (SELECT id, name, email FROM users
                      UNION ALL SELECT id, name, email FROM invitations)
                 WHERE id > ?1 ORDER BY id LIMIT ?2",
            )
            .bind(&last)
            .bind(AT_ONCE)
            .fetch_all(&mut *transaction)
            .await?;
            let Some((id, ..)) = people.last() else { break };
            last.clone_from(id);
            let keys = keys(people)?;
            for statement in [
                "UPDATE memberships
                 SET name_key = made.value ->> 'name_key', search_key = made.value ->> 'search_key'
                 FROM json_each(?1) made
                 WHERE user_id = made.value ->> 'user_id'",
                "UPDATE invitations
                 SET name_key = made.value ->> 'name_key', search_key = made.value ->> 'search_key'
                 FROM json_each(?1) made
                 WHERE invitations.id = made.value ->> 'user_id'",
            ] {
                sqlx::query(statement).bind(&keys).execute(&mut *transaction).await?;
            }
        }
        renew_account_keys(&mut transaction).await?;
        sqlx::query("UPDATE person_keys SET version = ?1")
            .bind(VERSION)
            .execute(&mut *transaction)
            .await?;
        Ok(transaction.commit().await?)
    }
}

/// Recomputes the search keys of accounts, which consist of the name and the partner id.
async fn renew_account_keys(connection: &mut SqliteConnection) -> Result<(), StorageError> {
    let accounts: Vec<(AccountId, String, String)> =
        sqlx::query_as("SELECT id, name, partner_id FROM accounts")
            .fetch_all(&mut *connection)
            .await?;
    for (id, name, partner_id) in accounts {
        sqlx::query("UPDATE accounts SET search_key = ?2 WHERE id = ?1")
            .bind(id)
            .bind(search_key(&name, &partner_id))
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Returns the keys as one parameter. The input holds the id, the name and the address of each
/// person or invitation.
fn keys(people: Vec<(String, String, String)>) -> Result<String, StorageError> {
    let keys = people.into_iter().map(|(user_id, name, email)| Keys {
        user_id,
        name_key: name_key(&name),
        search_key: search_key(&name, &email),
    });
    serde_json::to_string(&keys.collect::<Vec<_>>())
        .map_err(|_| StorageError::Unreadable("person keys"))
}
