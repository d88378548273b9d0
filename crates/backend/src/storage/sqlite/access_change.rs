//! A change of who has access to an account. Everything that the rules ask about is read inside
//! the change's transaction, which no other writer can enter: two changes at the same time see
//! each other's result.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use partner_portal_contract::{
    EmailAddress,
    language::Language,
    users::{NewUser, Role},
};
use sqlx::{Sqlite, Transaction};

use super::{
    Storage,
    accounts::role_of,
    contact_information,
    rows::UserRow,
    users::{active_among, alert_contacts},
};
use crate::{
    ids::{AccountId, UserId},
    storage::{
        Correspondent, InvitationPeriod, NewRevision, StorageError, StoredContactInformation,
        access::email_key,
        person_keys::{name_key, search_key},
    },
};

/// A change in progress. Dropped without [`Self::commit`] it changes nothing.
pub struct AccessChange {
    transaction: Transaction<'static, Sqlite>,
    account: AccountId,
}

impl Storage {
    /// Begins a change: from here on nobody else can write until it is committed or dropped.
    pub async fn begin_access_change(
        &self,
        account: AccountId,
    ) -> Result<AccessChange, StorageError> {
        Ok(AccessChange { transaction: self.begin_write().await?, account })
    }
}

impl AccessChange {
    /// The role of somebody who has accepted the invitation.
    pub async fn role_of(&mut self, user: &UserId) -> Result<Option<Role>, StorageError> {
        role_of(&mut self.transaction, user, &self.account).await
    }

    /// A person of the account, invited ones too, as they stand at `now`.
    pub async fn user(
        &mut self,
        user: &UserId,
        now: DateTime<Utc>,
    ) -> Result<Option<Correspondent>, StorageError> {
        #[derive(sqlx::FromRow)]
        struct Row {
            #[sqlx(flatten)]
            user: UserRow,
            language: String,
        }
        let row: Option<Row> = sqlx::query_as(
            "SELECT u.id, u.name, u.email, m.role, m.state, m.sent_at, m.expires_at, u.language
             FROM memberships m JOIN users u ON u.id = m.user_id
             WHERE m.account_id = ?1 AND m.user_id = ?2",
        )
        .bind(&self.account)
        .bind(user)
        .fetch_optional(&mut *self.transaction)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let alert_contacts = alert_contacts(&mut self.transaction, &self.account).await?;
        Ok(Some(Correspondent {
            user: row.user.into_user(now, &alert_contacts)?,
            language: Language::parse(&row.language)
                .ok_or(StorageError::Unreadable("users.language"))?,
        }))
    }

    /// The person with that mailbox, whatever accounts they belong to.
    pub async fn person_with_email(
        &mut self,
        email: &EmailAddress,
    ) -> Result<Option<UserId>, StorageError> {
        Ok(sqlx::query_scalar("SELECT id FROM users WHERE email_key = ?1")
            .bind(email_key(email.as_str()))
            .fetch_optional(&mut *self.transaction)
            .await?)
    }

    /// Stores a person whom no account knows yet.
    pub async fn add_person(&mut self, id: &UserId, new: &NewUser) -> Result<(), StorageError> {
        sqlx::query(
            "INSERT INTO users (id, name, email, email_key, language) VALUES (?1, ?2, ?3, ?4, ?5)",
        )
        .bind(id)
        .bind(new.name().as_str())
        .bind(new.email().as_str())
        .bind(email_key(new.email().as_str()))
        .bind(new.language().tag())
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// Asks a stored person to join the account.
    pub async fn invite(
        &mut self,
        user: &UserId,
        role: Role,
        period: InvitationPeriod,
    ) -> Result<(), StorageError> {
        let (name, email): (String, String) =
            sqlx::query_as("SELECT name, email FROM users WHERE id = ?1")
                .bind(user)
                .fetch_one(&mut *self.transaction)
                .await?;
        sqlx::query(
            "INSERT INTO memberships
                (account_id, user_id, role, state, sent_at, expires_at, name_key, search_key)
             VALUES (?1, ?2, ?3, 'invited', ?4, ?5, ?6, ?7)",
        )
        .bind(&self.account)
        .bind(user)
        .bind(role.as_str())
        .bind(period.sent_at.timestamp_millis())
        .bind(period.expires_at.timestamp_millis())
        .bind(name_key(&name))
        .bind(search_key(&name, &email))
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// Gives an invitation another period.
    pub async fn invite_again(
        &mut self,
        user: &UserId,
        period: InvitationPeriod,
    ) -> Result<(), StorageError> {
        sqlx::query(
            "UPDATE memberships SET sent_at = ?3, expires_at = ?4
             WHERE account_id = ?1 AND user_id = ?2 AND state = 'invited'",
        )
        .bind(&self.account)
        .bind(user)
        .bind(period.sent_at.timestamp_millis())
        .bind(period.expires_at.timestamp_millis())
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// Gives somebody another role.
    pub async fn set_role(&mut self, user: &UserId, role: Role) -> Result<(), StorageError> {
        sqlx::query("UPDATE memberships SET role = ?3 WHERE account_id = ?1 AND user_id = ?2")
            .bind(&self.account)
            .bind(user)
            .bind(role.as_str())
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }

    /// Takes somebody's place in the account away. With no account left their sessions end, and
    /// unless the history names them nothing of them is kept.
    pub async fn remove(&mut self, user: &UserId, now: DateTime<Utc>) -> Result<(), StorageError> {
        sqlx::query("DELETE FROM memberships WHERE account_id = ?1 AND user_id = ?2")
            .bind(&self.account)
            .bind(user)
            .execute(&mut *self.transaction)
            .await?;
        sqlx::query(
            "DELETE FROM sessions WHERE user_id = ?1 AND NOT EXISTS
                (SELECT 1 FROM memberships
                 WHERE user_id = ?1 AND (state = 'active' OR expires_at > ?2))",
        )
        .bind(user)
        .bind(now.timestamp_millis())
        .execute(&mut *self.transaction)
        .await?;
        // Whoever has saved has a key at most; whoever has not has none.
        sqlx::query(
            "DELETE FROM users WHERE id = ?1
               AND NOT EXISTS (SELECT 1 FROM memberships WHERE user_id = ?1)
               AND NOT EXISTS (SELECT 1 FROM contact_information_revisions WHERE saved_by = ?1)",
        )
        .bind(user)
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// Whether the account has an administrator besides `user` who has accepted the invitation.
    pub async fn has_other_administrator(&mut self, user: &UserId) -> Result<bool, StorageError> {
        Ok(sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM memberships
                            WHERE account_id = ?1 AND role_rank = 1 AND state = 'active'
                              AND user_id <> ?2)",
        )
        .bind(&self.account)
        .bind(user)
        .fetch_one(&mut *self.transaction)
        .await?)
    }

    /// Those of `ids` that are active people of the account.
    pub async fn active_among(&mut self, ids: &[String]) -> Result<BTreeSet<UserId>, StorageError> {
        active_among(&mut self.transaction, &self.account, ids).await
    }

    /// The contact information that was saved last.
    pub async fn contact_information(&mut self) -> Result<StoredContactInformation, StorageError> {
        contact_information::newest(&mut self.transaction, &self.account).await
    }

    /// Saves contact information as part of the change.
    pub async fn save_contact_information(
        &mut self,
        revision: &NewRevision,
    ) -> Result<(), StorageError> {
        contact_information::insert(&mut self.transaction, &self.account, revision).await
    }

    /// Makes the change.
    pub async fn commit(self) -> Result<(), StorageError> {
        Ok(self.transaction.commit().await?)
    }
}
