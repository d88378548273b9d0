//! Lists the invitations of a person and stores the person's answers.

use chrono::{DateTime, Utc};
use partner_portal_contract::session::InvitationAnswer;
use sqlx::SqliteConnection;

use super::{
    account_change::record_change,
    database::Storage,
    person::forget_if_nowhere,
    rows::{AccountRow, role},
};
use crate::{
    ids::{AccountId, InvitationId, UserId},
    storage::{
        error::StorageError,
        invitations::{AnsweredInvitation, OpenInvitation},
        person_keys::{name_key, search_key},
    },
};

impl Storage {
    /// Returns the invitations that a person can answer at `now`, sorted by the names of the
    /// accounts.
    pub async fn open_invitations(
        &self,
        person: &UserId,
        now: DateTime<Utc>,
    ) -> Result<Vec<OpenInvitation>, StorageError> {
        #[derive(sqlx::FromRow)]
        struct Row {
            id: InvitationId,
            role: String,
            invited_by: Option<String>,
            #[sqlx(flatten)]
            account: AccountRow,
        }
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT i.id, i.role, inviter.name AS invited_by,
                    a.id AS account_id, a.partner_id, a.name AS account_name, a.integration_type,
                    a.brand_name, a.brand_support_email
             FROM users me
             JOIN invitations i ON i.email_key = me.email_key
             JOIN accounts a ON a.id = i.account_id
             LEFT JOIN memberships m ON m.account_id = i.account_id AND m.user_id = i.invited_by
             LEFT JOIN users inviter ON inviter.id = m.user_id
             WHERE me.id = ?1
               AND i.accepted_by IS NULL AND i.declined_at IS NULL AND i.expires_at > ?2
             ORDER BY i.id",
        )
        .bind(person)
        .bind(now.timestamp_millis())
        .fetch_all(&self.readers)
        .await?;
        let mut invitations = rows
            .into_iter()
            .map(|row| {
                let (id, invited_by) = (row.id, row.invited_by);
                let account = row.account.into();
                Ok(OpenInvitation { id, account, role: role(&row.role)?, invited_by })
            })
            .collect::<Result<Vec<_>, StorageError>>()?;
        // SQL cannot collate names, and accounts have no stored key.
        invitations.sort_by_cached_key(|invitation| name_key(&invitation.account.name));
        Ok(invitations)
    }

    /// Makes the invited person a member, or records that they declined. Repeating an answer
    /// changes nothing. A declined invitation cannot be accepted.
    pub async fn answer_invitation(
        &self,
        person: &UserId,
        invitation: &InvitationId,
        answer: InvitationAnswer,
        now: DateTime<Utc>,
    ) -> Result<AnsweredInvitation, StorageError> {
        let mut transaction = self.begin_write().await?;
        let found = find(&mut transaction, person, invitation).await?;
        let Some(found) = found else { return Ok(AnsweredInvitation::Missing) };
        match answer {
            InvitationAnswer::Accept if found.is_accepted => {}
            InvitationAnswer::Decline if found.is_accepted => {
                return Ok(AnsweredInvitation::AlreadyAccepted);
            }
            _ if found.expires_at <= now.timestamp_millis() => {
                return Ok(AnsweredInvitation::Missing);
            }
            InvitationAnswer::Accept if found.is_declined => {
                return Ok(AnsweredInvitation::Missing);
            }
            InvitationAnswer::Decline if found.is_declined => {}
            InvitationAnswer::Accept => {
                accept(&mut transaction, person, invitation, &found).await?;
            }
            InvitationAnswer::Decline => {
                sqlx::query("UPDATE invitations SET declined_at = ?2 WHERE id = ?1")
                    .bind(invitation)
                    .bind(now.timestamp_millis())
                    .execute(&mut *transaction)
                    .await?;
                forget_if_nowhere(&mut transaction, person, now).await?;
            }
        }
        record_change(&mut transaction, &found.account_id, now).await?;
        transaction.commit().await?;
        Ok(AnsweredInvitation::Answered(found.account_id))
    }
}

#[derive(sqlx::FromRow)]
struct Found {
    account_id: AccountId,
    name: String,
    language: String,
    role: String,
    expires_at: i64,
    is_accepted: bool,
    is_declined: bool,
}

/// Returns the invitation if it is addressed to that person.
async fn find(
    connection: &mut SqliteConnection,
    person: &UserId,
    invitation: &InvitationId,
) -> Result<Option<Found>, StorageError> {
    Ok(sqlx::query_as(
        "SELECT i.account_id, i.name, i.language, i.role, i.expires_at,
                i.accepted_by IS NOT NULL AS is_accepted, i.declined_at IS NOT NULL AS is_declined
         FROM invitations i JOIN users me ON me.email_key = i.email_key
         WHERE i.id = ?2 AND me.id = ?1",
    )
    .bind(person)
    .bind(invitation)
    .fetch_optional(connection)
    .await?)
}

async fn accept(
    connection: &mut SqliteConnection,
    person: &UserId,
    invitation: &InvitationId,
    found: &Found,
) -> Result<(), StorageError> {
    // The first account that a person joins sets their name and language.
    sqlx::query(
        "UPDATE users SET name = ?2, language = ?3
         WHERE id = ?1
           AND NOT EXISTS (SELECT 1 FROM memberships WHERE user_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM contact_information_revisions WHERE saved_by = ?1)",
    )
    .bind(person)
    .bind(&found.name)
    .bind(&found.language)
    .execute(&mut *connection)
    .await?;
    let (name, email): (String, String) =
        sqlx::query_as("SELECT name, email FROM users WHERE id = ?1")
            .bind(person)
            .fetch_one(&mut *connection)
            .await?;
    sqlx::query(
        "INSERT INTO memberships (account_id, user_id, role, name_key, search_key)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO NOTHING",
    )
    .bind(&found.account_id)
    .bind(person)
    .bind(&found.role)
    .bind(name_key(&name))
    .bind(search_key(&name, &email))
    .execute(&mut *connection)
    .await?;
    sqlx::query("UPDATE invitations SET accepted_by = ?2 WHERE id = ?1")
        .bind(invitation)
        .bind(person)
        .execute(connection)
        .await?;
    Ok(())
}
