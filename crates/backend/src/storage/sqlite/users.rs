//! The people of an account: search, pages, and who may edit.

use std::collections::BTreeSet;

use partner_portal_contract::{completion::Editor, users::User};
use sqlx::SqliteConnection;

use super::{
    Storage,
    rows::{UserRow, count},
};
use crate::{
    ids::{AccountId, UserId},
    storage::{StorageError, StoredUsersPage, UsersFilter, UsersPosition, search_key::search_key},
};

impl Storage {
    /// One page of the people that match, after a place in the list.
    pub async fn users(
        &self,
        account: &AccountId,
        filter: &UsersFilter,
        after: Option<&UsersPosition>,
        page_size: u32,
    ) -> Result<StoredUsersPage, StorageError> {
        #[derive(sqlx::FromRow)]
        struct Row {
            #[sqlx(flatten)]
            user: UserRow,
            name_key: String,
        }
        let query = search_key(&filter.query);
        let role = filter.role.map_or("", partner_portal_contract::users::Role::as_str);
        // One reader for both statements, and one snapshot: the count fits the page.
        let mut snapshot = self.readers.begin().await?;
        let total_size: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM memberships m
             WHERE m.account_id = ?1
               AND (?2 = '' OR EXISTS (SELECT 1 FROM users u
                                       WHERE u.id = m.user_id AND instr(u.search_key, ?2) > 0))
               AND (?3 = '' OR m.role = ?3)",
        )
        .bind(account)
        .bind(&query)
        .bind(role)
        .fetch_one(&mut *snapshot)
        .await?;
        // `instr` takes the text as it is: `%` and `_` are ordinary characters.
        let mut rows: Vec<Row> = sqlx::query_as(
            "SELECT u.id, u.name, u.email, m.role, m.state, u.name_key
             FROM memberships m JOIN users u ON u.id = m.user_id
             WHERE m.account_id = ?1
               AND (?2 = '' OR instr(u.search_key, ?2) > 0)
               AND (?3 = '' OR m.role = ?3)
               AND (?4 IS NULL OR (u.name_key, u.id) > (?4, ?5))
             ORDER BY u.name_key, u.id
             LIMIT ?6",
        )
        .bind(account)
        .bind(&query)
        .bind(role)
        .bind(after.map(|position| &position.name_key))
        .bind(after.map(|position| &position.user_id))
        // One more than asked for tells whether somebody follows.
        .bind(page_size + 1)
        .fetch_all(&mut *snapshot)
        .await?;
        let followed = rows.len() > page_size as usize;
        rows.truncate(page_size as usize);
        let next = rows.last().filter(|_| followed).map(|row| UsersPosition {
            name_key: row.name_key.clone(),
            user_id: UserId::new(row.user.id()),
        });
        let users =
            rows.into_iter().map(|row| User::try_from(row.user)).collect::<Result<_, _>>()?;
        Ok(StoredUsersPage { users, total_size: count(total_size)?, next })
    }

    /// The active people who may edit: administrators first, then by name.
    pub async fn editors(
        &self,
        account: &AccountId,
        at_most: usize,
    ) -> Result<Vec<Editor>, StorageError> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT u.name, u.email
             FROM memberships m JOIN users u ON u.id = m.user_id
             WHERE m.account_id = ?1 AND m.state = 'active'
               AND m.role IN ('administrator', 'editor')
             ORDER BY m.role = 'administrator' DESC, u.name_key, u.id
             LIMIT ?2",
        )
        .bind(account)
        .bind(i64::try_from(at_most).unwrap_or(i64::MAX))
        .fetch_all(&self.readers)
        .await?;
        Ok(rows.into_iter().map(|(name, email)| Editor { name, email }).collect())
    }

    /// The people of the account with these ids, by name; ids of others are passed over.
    pub async fn users_with_ids(
        &self,
        account: &AccountId,
        ids: &[String],
    ) -> Result<Vec<User>, StorageError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let rows: Vec<UserRow> = sqlx::query_as(
            "SELECT u.id, u.name, u.email, m.role, m.state
             FROM memberships m JOIN users u ON u.id = m.user_id
             WHERE m.account_id = ?1 AND u.id IN (SELECT value FROM json_each(?2))
             ORDER BY u.name_key, u.id",
        )
        .bind(account)
        .bind(id_list(ids)?)
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(User::try_from).collect()
    }

    /// Those of `ids` that are active people of the account.
    pub async fn active_among(
        &self,
        account: &AccountId,
        ids: &[String],
    ) -> Result<BTreeSet<UserId>, StorageError> {
        active_among(&mut *self.readers.acquire().await?, account, ids).await
    }
}

pub(super) async fn active_among(
    connection: &mut SqliteConnection,
    account: &AccountId,
    ids: &[String],
) -> Result<BTreeSet<UserId>, StorageError> {
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let found: Vec<UserId> = sqlx::query_scalar(
        "SELECT user_id FROM memberships
         WHERE account_id = ?1 AND state = 'active'
           AND user_id IN (SELECT value FROM json_each(?2))",
    )
    .bind(account)
    .bind(id_list(ids)?)
    .fetch_all(connection)
    .await?;
    Ok(found.into_iter().collect())
}

/// A list of ids as one parameter, for `json_each`.
fn id_list(ids: &[String]) -> Result<String, StorageError> {
    serde_json::to_string(ids).map_err(|_| StorageError::Unreadable("user ids"))
}
