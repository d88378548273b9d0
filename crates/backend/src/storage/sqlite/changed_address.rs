//! Updates a person's address when the identity provider has verified a new one.

use chrono::{DateTime, Utc};
use partner_portal_contract::users::PersonAddress;
use sqlx::SqliteConnection;

use super::{
    account_change::record_change,
    address_keys::unmatched_key,
    database::Storage,
    person::{forget_if_nowhere, release_address, stale_holder},
};
use crate::{
    ids::{AccountId, UserId},
    storage::{
        error::StorageError,
        people::{Identity, KnownPerson},
        person_keys::search_key,
    },
};

impl Storage {
    /// Stores the verified address and returns the accounts that show it. `None` stands for an
    /// address that the rules refuse.
    ///
    /// The old address no longer finds the person. If another person already uses the new address,
    /// they keep it, and no address finds this person.
    pub async fn take_over_address(
        &self,
        identity: &Identity,
        known: &KnownPerson,
        verified: Option<&PersonAddress>,
        now: DateTime<Utc>,
    ) -> Result<Vec<AccountId>, StorageError> {
        let KnownPerson { person, address_key } = known;
        let email = verified.map_or(person.email.as_str(), |address| address.email().as_str());
        let mut reader = self.readers.acquire().await?;
        let key = key_for(&mut reader, identity, &person.id, verified).await?;
        drop(reader);
        if key == *address_key && email == person.email {
            return Ok(Vec::new());
        }
        let mut transaction = self.begin_write().await?;
        let key = key_for(&mut transaction, identity, &person.id, verified).await?;
        release_address(&mut transaction, identity, &key).await?;
        let name: Option<String> = sqlx::query_scalar(
            "UPDATE users SET email = ?2, email_key = ?3 WHERE id = ?1 RETURNING name",
        )
        .bind(&person.id)
        .bind(email)
        .bind(key)
        .fetch_optional(&mut *transaction)
        .await?;
        // The person was deleted meanwhile.
        let Some(name) = name else { return Ok(Vec::new()) };
        let accounts: Vec<AccountId> = sqlx::query_scalar(
            "UPDATE memberships SET search_key = ?2 WHERE user_id = ?1 RETURNING account_id",
        )
        .bind(&person.id)
        .bind(search_key(&name, email))
        .fetch_all(&mut *transaction)
        .await?;
        for account in &accounts {
            record_change(&mut transaction, account, now).await?;
        }
        forget_if_nowhere(&mut transaction, &person.id, now).await?;
        transaction.commit().await?;
        Ok(accounts)
    }
}

/// Returns the key that the person gets with this address.
async fn key_for(
    connection: &mut SqliteConnection,
    identity: &Identity,
    person: &UserId,
    verified: Option<&PersonAddress>,
) -> Result<String, StorageError> {
    let Some(address) = verified else { return Ok(unmatched_key(person.as_str())) };
    let holder: Option<UserId> = sqlx::query_scalar("SELECT id FROM users WHERE email_key = ?1")
        .bind(address.key())
        .fetch_optional(&mut *connection)
        .await?;
    let is_free = holder.is_none_or(|holder| holder == *person)
        || stale_holder(connection, identity, address.key()).await?.is_some();
    Ok(if is_free { address.key().to_owned() } else { unmatched_key(person.as_str()) })
}
