//! Stores the tokens of the operator's own systems. A token is stored only as a hash.

use chrono::{DateTime, Utc};

use super::{database::Storage, rows::instant};
use crate::storage::{
    error::StorageError,
    operator_tokens::{OperatorToken, TokenScope},
};

#[derive(sqlx::FromRow)]
struct TokenRow {
    id: String,
    name: String,
    scope: String,
    created_at: i64,
    expires_at: i64,
    revoked_at: Option<i64>,
}

impl TryFrom<TokenRow> for OperatorToken {
    type Error = StorageError;

    fn try_from(row: TokenRow) -> Result<Self, Self::Error> {
        Ok(Self {
            id: row.id,
            name: row.name,
            scope: TokenScope::parse(&row.scope)
                .ok_or(StorageError::Unreadable("operator_tokens.scope"))?,
            created_at: instant(row.created_at)?,
            expires_at: instant(row.expires_at)?,
            revoked_at: row.revoked_at.map(instant).transpose()?,
        })
    }
}

impl Storage {
    /// Stores a token. Returns `false` if a token with this name was not revoked yet.
    pub async fn add_operator_token(
        &self,
        token: &OperatorToken,
        token_hash: &[u8; 32],
    ) -> Result<bool, StorageError> {
        let added = sqlx::query(
            "INSERT INTO operator_tokens (id, name, scope, token_hash, created_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING",
        )
        .bind(&token.id)
        .bind(&token.name)
        .bind(token.scope.as_str())
        .bind(&token_hash[..])
        .bind(token.created_at.timestamp_millis())
        .bind(token.expires_at.timestamp_millis())
        .execute(&self.writer)
        .await?;
        Ok(added.rows_affected() == 1)
    }

    /// Returns the token with this hash, even if it is no longer valid.
    pub async fn operator_token(
        &self,
        token_hash: &[u8; 32],
    ) -> Result<Option<OperatorToken>, StorageError> {
        let row: Option<TokenRow> = sqlx::query_as(
            "SELECT id, name, scope, created_at, expires_at, revoked_at
             FROM operator_tokens WHERE token_hash = ?1",
        )
        .bind(&token_hash[..])
        .fetch_optional(&self.readers)
        .await?;
        row.map(TryInto::try_into).transpose()
    }

    /// Returns all tokens, the oldest first.
    pub async fn operator_tokens(&self) -> Result<Vec<OperatorToken>, StorageError> {
        let rows: Vec<TokenRow> = sqlx::query_as(
            "SELECT id, name, scope, created_at, expires_at, revoked_at
             FROM operator_tokens ORDER BY created_at, rowid",
        )
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(TryInto::try_into).collect()
    }

    /// Revokes the token with this id or name. Returns `None` if there is no such token or it is
    /// already revoked.
    pub async fn revoke_operator_token(
        &self,
        id_or_name: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<OperatorToken>, StorageError> {
        let row: Option<TokenRow> = sqlx::query_as(
            "UPDATE operator_tokens SET revoked_at = ?2
             WHERE rowid = (SELECT rowid FROM operator_tokens
                            WHERE (id = ?1 OR name = ?1) AND revoked_at IS NULL
                            ORDER BY id = ?1 DESC LIMIT 1)
             RETURNING id, name, scope, created_at, expires_at, revoked_at",
        )
        .bind(id_or_name)
        .bind(now.timestamp_millis())
        .fetch_optional(&self.writer)
        .await?;
        row.map(TryInto::try_into).transpose()
    }
}
