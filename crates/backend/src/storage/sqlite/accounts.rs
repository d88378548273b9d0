//! Reads accounts and their members.

use chrono::{DateTime, Utc};
use partner_portal_contract::users::Role;

use super::{
    database::Storage,
    rows::{AccountRow, PersonRow, role},
};
use crate::{
    ids::{AccountId, UserId},
    storage::{
        accounts::{Member, StoredAccount},
        error::StorageError,
    },
};

impl Storage {
    /// Returns the account with this id.
    pub async fn account(
        &self,
        account: &AccountId,
    ) -> Result<Option<StoredAccount>, StorageError> {
        let row: Option<AccountRow> = sqlx::query_as(
            "SELECT id AS account_id, partner_id, name AS account_name, integration_type,
                    brand_name, brand_support_email
             FROM accounts WHERE id = ?1",
        )
        .bind(account)
        .fetch_optional(&self.readers)
        .await?;
        Ok(row.map(StoredAccount::from))
    }

    /// Returns the integration types of all accounts, each with the number of its accounts.
    pub async fn integration_types_in_use(&self) -> Result<Vec<(String, i64)>, StorageError> {
        Ok(sqlx::query_as(
            "SELECT integration_type, count(*) FROM accounts GROUP BY integration_type ORDER BY 1",
        )
        .fetch_all(&self.readers)
        .await?)
    }

    /// Returns the id, the name and the role of each account of a user, in the order of joining.
    /// The portal opens the first account, which must not change when the user joins another one.
    pub async fn accounts_of(
        &self,
        user: &UserId,
    ) -> Result<Vec<(AccountId, String, Role)>, StorageError> {
        let rows: Vec<(AccountId, String, String)> = sqlx::query_as(
            "SELECT a.id, a.name, m.role
             FROM memberships m JOIN accounts a ON a.id = m.account_id
             WHERE m.user_id = ?1
             ORDER BY m.rowid",
        )
        .bind(user)
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(|(id, name, held)| Ok((id, name, role(&held)?))).collect()
    }

    /// Returns the first members of every account, in the order of joining, followed by the first
    /// person invited to it. Until the person accepts, the invitation's id stands for theirs.
    /// Expired and declined invitations are left out.
    pub async fn first_members(
        &self,
        per_account: u32,
        now: DateTime<Utc>,
    ) -> Result<Vec<Member>, StorageError> {
        #[derive(sqlx::FromRow)]
        struct Row {
            #[sqlx(flatten)]
            person: PersonRow,
            role: String,
            #[sqlx(flatten)]
            account: AccountRow,
        }
        let rows: Vec<Row> = sqlx::query_as(
            "WITH people AS (
                 SELECT m.account_id, u.id, u.name, u.email, m.role,
                        i.id IS NOT NULL AS is_invited, coalesce(i.rowid, m.rowid) AS place
                 FROM memberships m
                 JOIN users u ON u.id = m.user_id
                 LEFT JOIN invitations i
                     ON i.account_id = m.account_id AND i.accepted_by = m.user_id
                 UNION ALL
                 SELECT account_id, id, name, email, role, 1, rowid
                 FROM invitations
                 WHERE accepted_by IS NULL AND declined_at IS NULL AND expires_at > ?2),
             numbered AS (
                 SELECT *, row_number() OVER
                     (PARTITION BY account_id, is_invited ORDER BY place) AS number
                 FROM people)
             SELECT p.id, p.name, p.email, p.role,
                    a.id AS account_id, a.partner_id, a.name AS account_name, a.integration_type,
                    a.brand_name, a.brand_support_email
             FROM numbered p JOIN accounts a ON a.id = p.account_id
             WHERE p.number <= iif(p.is_invited, 1, ?1)
             ORDER BY a.rowid, p.is_invited, p.place",
        )
        .bind(per_account)
        .bind(now.timestamp_millis())
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Member {
                    person: row.person.into(),
                    role: role(&row.role)?,
                    account: row.account.into(),
                })
            })
            .collect()
    }
}
