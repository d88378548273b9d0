//! Adds a person for an invitation, and deletes people who have no account left.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{address_keys::unmatched_key, database::Storage};
use crate::{
    ids::{InvitationId, UserId},
    storage::{error::StorageError, people::Identity},
};

impl Storage {
    /// Returns the person to whom an invitation is addressed, for the sign-in page of the demo.
    /// Adds the person if there is none yet.
    pub async fn invited_person(
        &self,
        invitation: &InvitationId,
        now: DateTime<Utc>,
    ) -> Result<Option<UserId>, StorageError> {
        let mut transaction = self.begin_write().await?;
        let key: Option<String> =
            sqlx::query_scalar("SELECT email_key FROM invitations WHERE id = ?1")
                .bind(invitation)
                .fetch_optional(&mut *transaction)
                .await?;
        let Some(key) = key else { return Ok(None) };
        let person = person_of_address(&mut transaction, &key, now).await?;
        transaction.commit().await?;
        Ok(person)
    }
}

impl Storage {
    /// Names the author of the operator's saves.
    pub async fn name_operator(&self, name: &str) -> Result<(), StorageError> {
        sqlx::query("UPDATE users SET name = ?2 WHERE id = ?1 AND name <> ?2")
            .bind(UserId::operator())
            .bind(name)
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}

/// Returns the person with this address. If there is only an open invitation to the address, it
/// adds a person who is not a member yet, because an identity that signs in must belong to a
/// person.
pub(super) async fn person_of_address(
    connection: &mut SqliteConnection,
    key: &str,
    now: DateTime<Utc>,
) -> Result<Option<UserId>, StorageError> {
    let known = sqlx::query_scalar("SELECT id FROM users WHERE email_key = ?1")
        .bind(key)
        .fetch_optional(&mut *connection)
        .await?;
    if known.is_some() {
        return Ok(known);
    }
    Ok(sqlx::query_scalar(
        "INSERT INTO users (id, name, email, email_key, language)
         SELECT 'usr_' || lower(hex(randomblob(16))), name, email, email_key, language
         FROM invitations
         WHERE email_key = ?1
           AND accepted_by IS NULL AND declined_at IS NULL AND expires_at > ?2
         ORDER BY sent_at DESC LIMIT 1
         RETURNING id",
    )
    .bind(key)
    .bind(now.timestamp_millis())
    .fetch_optional(connection)
    .await?)
}

/// Ends the sessions of a person who has neither an account nor an open invitation. Deletes the
/// person unless the history refers to them.
pub(super) async fn forget_if_nowhere(
    connection: &mut SqliteConnection,
    person: &UserId,
    now: DateTime<Utc>,
) -> Result<(), StorageError> {
    let is_somewhere: bool = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM memberships WHERE user_id = ?1)
             OR EXISTS (SELECT 1 FROM invitations i JOIN users u ON u.email_key = i.email_key
                        WHERE u.id = ?1 AND i.accepted_by IS NULL AND i.declined_at IS NULL
                          AND i.expires_at > ?2)",
    )
    .bind(person)
    .bind(now.timestamp_millis())
    .fetch_one(&mut *connection)
    .await?;
    if is_somewhere { Ok(()) } else { forget(connection, person).await }
}

/// Returns the person with this address if they are not a member of any account and the issuer
/// knows them by a different subject. In that case the address has a new owner.
pub(super) async fn stale_holder(
    connection: &mut SqliteConnection,
    identity: &Identity,
    key: &str,
) -> Result<Option<UserId>, StorageError> {
    Ok(sqlx::query_scalar(
        "SELECT u.id FROM users u JOIN identities i ON i.user_id = u.id
         WHERE u.email_key = ?3 AND i.issuer = ?1 AND i.subject <> ?2
           AND NOT EXISTS (SELECT 1 FROM memberships WHERE user_id = u.id)",
    )
    .bind(&identity.issuer)
    .bind(&identity.subject)
    .bind(key)
    .fetch_optional(connection)
    .await?)
}

/// Deletes the stale holder of an address. If the history refers to the holder, it only takes the
/// address from them.
pub(super) async fn release_address(
    connection: &mut SqliteConnection,
    identity: &Identity,
    key: &str,
) -> Result<(), StorageError> {
    let Some(holder) = stale_holder(connection, identity, key).await? else { return Ok(()) };
    forget(connection, &holder).await?;
    sqlx::query("UPDATE users SET email_key = ?2 WHERE id = ?1")
        .bind(&holder)
        .bind(unmatched_key(holder.as_str()))
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends the sessions of a person, and deletes the person unless the history refers to them.
async fn forget(connection: &mut SqliteConnection, person: &UserId) -> Result<(), StorageError> {
    sqlx::query("DELETE FROM sessions WHERE user_id = ?1")
        .bind(person)
        .execute(&mut *connection)
        .await?;
    // An idempotency key refers to a save, so a person without saves has none.
    sqlx::query(
        "DELETE FROM users WHERE id = ?1
           AND NOT EXISTS (SELECT 1 FROM contact_information_revisions WHERE saved_by = ?1)",
    )
    .bind(person)
    .execute(connection)
    .await?;
    Ok(())
}
