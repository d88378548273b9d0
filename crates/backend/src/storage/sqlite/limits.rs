//! Counts hits per period for the rate limits.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{database::Storage, rows::instant};
use crate::storage::{error::StorageError, limits::LimitKind};

impl Storage {
    /// Counts a hit, unless the count has reached `limit`. In that case it returns the end of the
    /// current period. A new period would end at `ends_at`.
    ///
    /// Periods that have ended are deleted. Periods that end later than a new one are deleted too:
    /// they began before the clock was set back.
    pub async fn count_hit(
        &self,
        kind: LimitKind,
        counted_for: &[u8; 32],
        limit: u32,
        now: DateTime<Utc>,
        ends_at: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, StorageError> {
        // Read first, so that a caller who keeps hitting the limit causes no writes.
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
            // Other requests reached the limit since the read. The rollback leaves the count
            // unchanged.
            transaction.rollback().await?;
            return Ok(reached);
        }
        transaction.commit().await?;
        Ok(None)
    }

    /// Removes a hit from the current period.
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

/// Counts a hit. If the count exceeds `limit`, it removes the hit again and returns the end of the
/// period.
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
