//! Changes the access to an account in the way that only the operator may: people are named by their
//! addresses and become members without an invitation.

use chrono::{DateTime, Utc};
use partner_portal_contract::{
    language::Language,
    users::{NewUser, PersonAddress},
};
use sqlx::SqliteConnection;

use super::{
    access_change::{AccessChange, user},
    account_change::record_change,
    database::Storage,
    people::people,
};
use crate::{
    ids::{AccountId, UserId},
    storage::{
        error::StorageError,
        invitations::Correspondent,
        person_keys::{name_key, search_key},
    },
};

impl AccessChange {
    /// Returns the id of the member or the open invitation with this address.
    pub async fn user_with_address(
        &mut self,
        address: &PersonAddress,
    ) -> Result<Option<UserId>, StorageError> {
        id_of_address(&mut self.transaction, &self.account, address).await
    }

    /// Makes a person a member, adds the person if there is none with this address, and deletes the
    /// account's invitation to the address. Returns the person's id.
    pub async fn add_member(
        &mut self,
        new_id: &UserId,
        new: &NewUser,
        now: DateTime<Utc>,
    ) -> Result<UserId, StorageError> {
        let (name, address) = (new.name().as_str(), new.address());
        let id: UserId = sqlx::query_scalar(
            "INSERT INTO users (id, name, email, email_key, language)
             VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (email_key) DO UPDATE SET email_key = excluded.email_key
             RETURNING id",
        )
        .bind(new_id)
        .bind(name)
        .bind(address.email().as_str())
        .bind(address.key())
        .bind(new.language().tag())
        .fetch_one(&mut *self.transaction)
        .await?;
        sqlx::query("DELETE FROM invitations WHERE account_id = ?1 AND email_key = ?2")
            .bind(&self.account)
            .bind(address.key())
            .execute(&mut *self.transaction)
            .await?;
        sqlx::query(
            "INSERT INTO memberships (account_id, user_id, role, name_key, search_key)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )
        .bind(&self.account)
        .bind(&id)
        .bind(new.role().as_str())
        .bind(name_key(name))
        .bind(search_key(name, address.email().as_str()))
        .execute(&mut *self.transaction)
        .await?;
        self.rename_member(&id, name, new.language(), now).await?;
        Ok(id)
    }

    /// Gives a person another name and language, in all accounts. Returns these accounts.
    pub async fn rename_member(
        &mut self,
        person: &UserId,
        name: &str,
        language: Language,
        now: DateTime<Utc>,
    ) -> Result<Vec<AccountId>, StorageError> {
        let email: String = sqlx::query_scalar(
            "UPDATE users SET name = ?2, language = ?3 WHERE id = ?1 RETURNING email",
        )
        .bind(person)
        .bind(name)
        .bind(language.tag())
        .fetch_one(&mut *self.transaction)
        .await?;
        let accounts: Vec<AccountId> = sqlx::query_scalar(
            "UPDATE memberships SET name_key = ?2, search_key = ?3 WHERE user_id = ?1
             RETURNING account_id",
        )
        .bind(person)
        .bind(name_key(name))
        .bind(search_key(name, &email))
        .fetch_all(&mut *self.transaction)
        .await?;
        for account in &accounts {
            record_change(&mut self.transaction, account, now).await?;
        }
        Ok(accounts)
    }

    /// Gives an open invitation another name and language.
    pub async fn rename_invitation(
        &mut self,
        invitation: &UserId,
        new: &NewUser,
    ) -> Result<(), StorageError> {
        let (name, email) = (new.name().as_str(), new.address().email().as_str());
        sqlx::query(
            "UPDATE invitations
             SET name = ?3, language = ?4, name_key = ?5, search_key = ?6
             WHERE account_id = ?1 AND id = ?2 AND accepted_by IS NULL",
        )
        .bind(&self.account)
        .bind(invitation)
        .bind(name)
        .bind(new.language().tag())
        .bind(name_key(name))
        .bind(search_key(name, email))
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// Checks whether the account has a member who can manage its users.
    pub async fn has_administrator(&mut self) -> Result<bool, StorageError> {
        has_administrator(&mut self.transaction, &self.account).await
    }
}

impl Storage {
    /// Returns the member or the invited user with this address, and whether the account has a
    /// member who can manage its users.
    pub async fn user_with_address(
        &self,
        account: &AccountId,
        address: &PersonAddress,
        now: DateTime<Utc>,
    ) -> Result<Option<(Correspondent, bool)>, StorageError> {
        let mut snapshot = self.readers.begin().await?;
        let Some(id) = id_of_address(&mut snapshot, account, address).await? else {
            return Ok(None);
        };
        let Some(known) = user(&mut snapshot, account, &id, now).await? else { return Ok(None) };
        Ok(Some((known, has_administrator(&mut snapshot, account).await?)))
    }
}

async fn id_of_address(
    connection: &mut SqliteConnection,
    account: &AccountId,
    address: &PersonAddress,
) -> Result<Option<UserId>, StorageError> {
    Ok(sqlx::query_scalar(concat!(
        "SELECT m.user_id FROM ",
        people!(),
        " WHERE m.account_id = ?1 AND m.email_key = ?2",
    ))
    .bind(account)
    .bind(address.key())
    .fetch_optional(connection)
    .await?)
}

async fn has_administrator(
    connection: &mut SqliteConnection,
    account: &AccountId,
) -> Result<bool, StorageError> {
    Ok(sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM memberships WHERE account_id = ?1 AND role_rank = 1)",
    )
    .bind(account)
    .fetch_one(connection)
    .await?)
}
