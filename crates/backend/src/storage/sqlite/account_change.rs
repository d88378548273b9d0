//! Creates, replaces and deletes accounts. A change reads what it depends on inside its own
//! transaction, as changes of access do.

use chrono::{DateTime, Utc};
use partner_portal_contract::operator::NewAccount;
use sqlx::{Sqlite, SqliteConnection, Transaction};

use super::{database::Storage, person::forget_if_nowhere, rows::count};
use crate::{
    ids::{AccountId, UserId},
    storage::{accounts::AccountContents, error::StorageError, person_keys::search_key},
};

/// A change in progress. Dropping it without [`Self::commit`] rolls it back.
pub struct AccountChange {
    transaction: Transaction<'static, Sqlite>,
}

impl Storage {
    /// Begins a change. All other writers wait until it is committed or dropped. Until it writes,
    /// the other functions of [`Storage`] read the same data as the change.
    pub async fn begin_account_change(&self) -> Result<AccountChange, StorageError> {
        Ok(AccountChange { transaction: self.begin_write().await? })
    }
}

impl AccountChange {
    /// Stores a new account.
    pub async fn add(
        &mut self,
        id: &AccountId,
        new: &NewAccount,
        now: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        sqlx::query(
            "INSERT INTO accounts
                (id, partner_id, name, integration_type, brand_name, brand_support_email)
             VALUES (?1, ?2, '', '', '', '')",
        )
        .bind(id)
        .bind(new.partner_id())
        .execute(&mut *self.transaction)
        .await?;
        self.replace(id, new, now).await
    }

    /// Replaces the data of an account, except its users and its contact information.
    pub async fn replace(
        &mut self,
        id: &AccountId,
        new: &NewAccount,
        now: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        let brands = new.brands();
        let default = brands.iter().find(|brand| brand.is_default);
        let default = default.ok_or(StorageError::Unreadable("a default brand"))?;
        sqlx::query(
            "UPDATE accounts
             SET name = ?2, integration_type = ?3, brand_id = ?4, brand_name = ?5,
                 brand_support_email = ?6, language = ?7, search_key = ?8, changed_at = ?9
             WHERE id = ?1",
        )
        .bind(id)
        .bind(new.name())
        .bind(new.integration_type())
        .bind(&default.id)
        .bind(&default.name)
        .bind(&default.support_email)
        .bind(new.language().tag())
        .bind(search_key(new.name(), new.partner_id()))
        .bind(now.timestamp_millis())
        .execute(&mut *self.transaction)
        .await?;
        let earlier = "DELETE FROM other_brands WHERE account_id = ?1";
        execute(&mut self.transaction, earlier, id).await?;
        for (position, brand) in (0_i64..).zip(brands.iter().filter(|brand| !brand.is_default)) {
            sqlx::query(
                "INSERT INTO other_brands (account_id, id, name, support_email, position)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )
            .bind(id)
            .bind(&brand.id)
            .bind(&brand.name)
            .bind(&brand.support_email)
            .bind(position)
            .execute(&mut *self.transaction)
            .await?;
        }
        Ok(())
    }

    /// Counts what a deletion of the account would delete with it.
    pub async fn contents(&mut self, id: &AccountId) -> Result<AccountContents, StorageError> {
        let (members, invitations, revisions, drafts): (i64, i64, i64, i64) = sqlx::query_as(
            "SELECT (SELECT count(*) FROM memberships WHERE account_id = ?1),
                    (SELECT count(*) FROM invitations
                     WHERE account_id = ?1 AND accepted_by IS NULL),
                    (SELECT count(*) FROM contact_information_revisions WHERE account_id = ?1),
                    (SELECT count(*) FROM drafts WHERE account_id = ?1)",
        )
        .bind(id)
        .fetch_one(&mut *self.transaction)
        .await?;
        Ok(AccountContents {
            members: count(members)?,
            invitations: count(invitations)?,
            revisions: count(revisions)?,
            drafts: count(drafts)?,
        })
    }

    /// Deletes an account with everything that belongs to it. People who then have no account left
    /// are deleted too, unless the history of another account refers to them.
    pub async fn delete(&mut self, id: &AccountId, now: DateTime<Utc>) -> Result<(), StorageError> {
        let people: Vec<UserId> = sqlx::query_scalar(
            "SELECT user_id FROM memberships WHERE account_id = ?1
             UNION
             SELECT u.id FROM invitations i JOIN users u ON u.email_key = i.email_key
             WHERE i.account_id = ?1
             UNION
             SELECT saved_by FROM contact_information_revisions WHERE account_id = ?1",
        )
        .bind(id)
        .fetch_all(&mut *self.transaction)
        .await?;
        for statement in [
            "DELETE FROM idempotency_keys WHERE account_id = ?1",
            "DELETE FROM contact_information_revisions WHERE account_id = ?1",
            "DELETE FROM invitations WHERE account_id = ?1",
            // Drafts and reminders go with the memberships.
            "DELETE FROM memberships WHERE account_id = ?1",
            "DELETE FROM other_brands WHERE account_id = ?1",
            "DELETE FROM accounts WHERE id = ?1",
        ] {
            execute(&mut self.transaction, statement, id).await?;
        }
        for person in people.iter().filter(|person| **person != UserId::operator()) {
            forget_if_nowhere(&mut self.transaction, person, now).await?;
        }
        Ok(())
    }

    /// Commits the change.
    pub async fn commit(self) -> Result<(), StorageError> {
        Ok(self.transaction.commit().await?)
    }
}

/// Runs a statement about the account.
async fn execute(
    connection: &mut SqliteConnection,
    statement: &'static str,
    account: &AccountId,
) -> Result<(), StorageError> {
    sqlx::query(statement).bind(account).execute(connection).await?;
    Ok(())
}

/// Records the time of a change of an account or of what belongs to it.
pub(super) async fn record_change(
    connection: &mut SqliteConnection,
    account: &AccountId,
    now: DateTime<Utc>,
) -> Result<(), StorageError> {
    sqlx::query("UPDATE accounts SET changed_at = max(changed_at, ?2) WHERE id = ?1")
        .bind(account)
        .bind(now.timestamp_millis())
        .execute(connection)
        .await?;
    Ok(())
}
