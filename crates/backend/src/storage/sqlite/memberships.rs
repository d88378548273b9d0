//! Reads the roles of an account's members.

use partner_portal_contract::users::Role;
use sqlx::SqliteConnection;

use super::{database::Storage, rows::role};
use crate::{
    ids::{AccountId, UserId},
    storage::error::StorageError,
};

/// Returns the role of a member of the account.
pub(super) async fn role_of(
    connection: &mut SqliteConnection,
    user: &UserId,
    account: &AccountId,
) -> Result<Option<Role>, StorageError> {
    let name: Option<String> = sqlx::query_scalar(
        "SELECT role FROM memberships
         WHERE account_id = ?1 AND user_id = ?2",
    )
    .bind(account)
    .bind(user)
    .fetch_optional(connection)
    .await?;
    name.map(|name| role(&name)).transpose()
}

impl Storage {
    /// Returns the role of a member of the account.
    pub async fn role_of(
        &self,
        user: &UserId,
        account: &AccountId,
    ) -> Result<Option<Role>, StorageError> {
        role_of(&mut *self.readers.acquire().await?, user, account).await
    }
}
