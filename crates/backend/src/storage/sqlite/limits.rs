//! Counts of what was done in a span of time.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Storage, rows::instant};
use crate::{limits::LimitKind, storage::StorageError};

impl Storage {
    /// Counts one more unless `limit` is reached; then the end of the current span is returned. A
    /// new span would end at `ends_at`. Spans that have ended are deleted, and so are those that end
    /// later than a new one: they began before the clock was set back.
    pub async fn count_hit(
        &self,
        kind: LimitKind,
        counted_for: &[u8; 32],
        limit: u32,
        now: DateTime<Utc>,
        ends_at: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, StorageError> {
        // A look first: whoever hammers at a closed door costs no write.
        let reached: Option<i64> = sqlx::query_scalar(
            "SELECT ends_at FROM rate_limits
             WHERE kind = ?1 AND counted_for = ?2 AND hits >= ?3 AND ends_at > ?4 AND ends_at <= ?5",
        )
        .bind(kind.as_str())
        .bind(&counted_for[..])
        .bind(limit)
        .bind(now.timestamp_millis())
        .bind(ends_at.timestamp_millis())
        .fetch_optional(&self.readers)
        .await?;
        if let Some(ends_at) = reached {
            return instant(ends_at).map(Some);
        }
        let mut transaction = self.begin_write().await?;
        let reached = count(&mut transaction, kind, counted_for, limit, now, ends_at).await?;
        if reached.is_some() {
            // Others were faster since the look; the count is left as it was.
            transaction.rollback().await?;
            return Ok(reached);
        }
        transaction.commit().await?;
        Ok(None)
    }

    /// Counts one less in the current span.
    pub async fn take_back_hit(
        &self,
        kind: LimitKind,
        counted_for: &[u8; 32],
    ) -> Result<(), StorageError> {
        take_back(&mut *self.writer.acquire().await?, kind, counted_for).await
    }
}

pub(super) async fn take_back(
    connection: &mut SqliteConnection,
    kind: LimitKind,
    counted_for: &[u8; 32],
) -> Result<(), StorageError> {
    sqlx::query(
        "UPDATE rate_limits SET hits = hits - 1
         WHERE kind = ?1 AND counted_for = ?2 AND hits > 0",
    )
    .bind(kind.as_str())
    .bind(&counted_for[..])
    .execute(connection)
    .await?;
    Ok(())
}

/// Counts one more; when that is one too many, it does not count, and the end of the span is returned.
pub(super) async fn count(
    connection: &mut SqliteConnection,
    kind: LimitKind,
    counted_for: &[u8; 32],
    limit: u32,
    now: DateTime<Utc>,
    ends_at: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, StorageError> {
    sqlx::query("DELETE FROM rate_limits WHERE ends_at <= ?1 OR (kind = ?2 AND ends_at > ?3)")
        .bind(now.timestamp_millis())
        .bind(kind.as_str())
        .bind(ends_at.timestamp_millis())
        .execute(&mut *connection)
        .await?;
    let (hits, ends_at): (i64, i64) = sqlx::query_as(
        "INSERT INTO rate_limits (kind, counted_for, hits, ends_at) VALUES (?1, ?2, 1, ?3)
         ON CONFLICT (kind, counted_for) DO UPDATE SET hits = hits + 1
         RETURNING hits, ends_at",
    )
    .bind(kind.as_str())
    .bind(&counted_for[..])
    .bind(ends_at.timestamp_millis())
    .fetch_one(&mut *connection)
    .await?;
    if hits <= i64::from(limit) {
        return Ok(None);
    }
    take_back(connection, kind, counted_for).await?;
    instant(ends_at).map(Some)
}
