//! Claims and releases reminders. A request claims its reminders before it sends them, so two
//! concurrent requests send only one. It releases the reminders that could not be sent.

use chrono::{DateTime, Utc};
use partner_portal_contract::{completion::MAX_EDITORS, language::Language};
use sqlx::SqliteConnection;

use super::{database::Storage, rows::instant, users::json_list};
use crate::{
    ids::{AccountId, UserId},
    storage::{
        error::StorageError,
        reminders::{REMINDER_PAUSE, ReminderClaim, ReminderRecipient},
    },
};

impl Storage {
    /// Claims reminders to the editors that a completion names, except `asked_by`.
    pub async fn claim_reminders(
        &self,
        account: &AccountId,
        asked_by: &UserId,
        now: DateTime<Utc>,
    ) -> Result<ReminderClaim, StorageError> {
        let mut transaction = self.begin_write().await?;
        let mut people = others_who_may_edit(&mut transaction, account, asked_by).await?;
        if people.is_empty() {
            return Ok(ReminderClaim::NoOtherEditor);
        }
        // An entry later than `now` was stored before the clock was set back, so it does not count.
        let since = (now - REMINDER_PAUSE).timestamp_millis();
        let asked_at: Option<i64> = sqlx::query_scalar(
            "SELECT asked_at FROM reminders_asked
             WHERE account_id = ?1 AND asked_by = ?2 AND asked_at > ?3 AND asked_at <= ?4",
        )
        .bind(account)
        .bind(asked_by)
        .bind(since)
        .bind(now.timestamp_millis())
        .fetch_optional(&mut *transaction)
        .await?;
        if let Some(asked_at) = asked_at {
            return Ok(ReminderClaim::TooSoon(instant(asked_at)? + REMINDER_PAUSE));
        }
        let reminded: Vec<(UserId, i64)> = sqlx::query_as(
            "SELECT user_id, sent_at FROM reminders_sent
             WHERE account_id = ?1 AND sent_at > ?2 AND sent_at <= ?3",
        )
        .bind(account)
        .bind(since)
        .bind(now.timestamp_millis())
        .fetch_all(&mut *transaction)
        .await?;
        let last = |person: &UserId| reminded.iter().find(|(id, _)| id == person).map(|(_, at)| at);
        let first_free = people.iter().filter_map(|person| last(&person.user_id)).min().copied();
        people.retain(|person| last(&person.user_id).is_none());
        if let (true, Some(first_free)) = (people.is_empty(), first_free) {
            return Ok(ReminderClaim::TooSoon(instant(first_free)? + REMINDER_PAUSE));
        }
        sqlx::query(
            "INSERT INTO reminders_asked (account_id, asked_by, asked_at)
             SELECT account_id, user_id, ?3 FROM memberships WHERE account_id = ?1 AND user_id = ?2
             ON CONFLICT (account_id, asked_by) DO UPDATE SET asked_at = excluded.asked_at",
        )
        .bind(account)
        .bind(asked_by)
        .bind(now.timestamp_millis())
        .execute(&mut *transaction)
        .await?;
        sqlx::query(
            "INSERT INTO reminders_sent (account_id, user_id, sent_at)
             SELECT ?1, value, ?3 FROM json_each(?2) WHERE true
             ON CONFLICT (account_id, user_id) DO UPDATE SET sent_at = excluded.sent_at",
        )
        .bind(account)
        .bind(json_list(&people.iter().map(|person| &person.user_id).collect::<Vec<_>>())?)
        .bind(now.timestamp_millis())
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(ReminderClaim::Granted(people))
    }

    /// Releases the unsent reminders of the claim made at `claimed_at`. With `asked_by`, it also
    /// releases the request itself, because no reminder was sent.
    pub async fn release_reminders(
        &self,
        account: &AccountId,
        unsent: &[UserId],
        asked_by: Option<&UserId>,
        claimed_at: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        let mut transaction = self.begin_write().await?;
        sqlx::query(
            "DELETE FROM reminders_sent
             WHERE account_id = ?1 AND sent_at = ?2
               AND user_id IN (SELECT value FROM json_each(?3))",
        )
        .bind(account)
        .bind(claimed_at.timestamp_millis())
        .bind(json_list(unsent)?)
        .execute(&mut *transaction)
        .await?;
        sqlx::query(
            "DELETE FROM reminders_asked
             WHERE account_id = ?1 AND asked_at = ?2 AND asked_by = ?3",
        )
        .bind(account)
        .bind(claimed_at.timestamp_millis())
        .bind(asked_by)
        .execute(&mut *transaction)
        .await?;
        Ok(transaction.commit().await?)
    }
}

/// Returns active users other than `asked_by` who may edit: administrators first, then by name.
/// Limited to the number of editors that a completion names, so that a large account is not flooded
/// with mails.
async fn others_who_may_edit(
    connection: &mut SqliteConnection,
    account: &AccountId,
    asked_by: &UserId,
) -> Result<Vec<ReminderRecipient>, StorageError> {
    let rows: Vec<(UserId, String, String, String)> = sqlx::query_as(
        "SELECT u.id, u.name, u.email, u.language
         FROM memberships m JOIN users u ON u.id = m.user_id
         WHERE m.account_id = ?1 AND m.user_id <> ?2 AND m.role_rank <= 2
         ORDER BY m.role_rank, m.name_key, m.user_id
         LIMIT ?3",
    )
    .bind(account)
    .bind(asked_by)
    .bind(i64::try_from(MAX_EDITORS).unwrap_or(i64::MAX))
    .fetch_all(connection)
    .await?;
    let recipient = |(user_id, name, email, language): (UserId, String, String, String)| {
        let language =
            Language::parse(&language).ok_or(StorageError::Unreadable("users.language"))?;
        Ok(ReminderRecipient { user_id, name, email, language })
    };
    rows.into_iter().map(recipient).collect()
}
