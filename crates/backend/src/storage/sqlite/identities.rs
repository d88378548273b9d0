//! Which of the issuer's subjects is which person.

use chrono::{DateTime, Utc};
use partner_portal_contract::EmailAddress;

use super::{Storage, rows::PersonRow};
use crate::storage::{Identity, Person, StorageError, access::email_key};

impl Storage {
    /// The person whom the issuer knows by that subject.
    pub async fn person_of(&self, identity: &Identity) -> Result<Option<Person>, StorageError> {
        let row: Option<PersonRow> = sqlx::query_as(
            "SELECT u.id, u.name, u.email
             FROM identities i JOIN users u ON u.id = i.user_id
             WHERE i.issuer = ?1 AND i.subject = ?2",
        )
        .bind(&identity.issuer)
        .bind(&identity.subject)
        .fetch_optional(&self.readers)
        .await?;
        Ok(row.map(Person::from))
    }

    /// Remembers that the subject is the person with that address, unless the issuer knows the
    /// person by another subject already: addresses change hands, subjects do not.
    pub async fn link_by_email(
        &self,
        identity: &Identity,
        email: &EmailAddress,
        now: DateTime<Utc>,
    ) -> Result<Option<Person>, StorageError> {
        let unlinked: Option<String> = sqlx::query_scalar(
            "SELECT u.id FROM users u
             WHERE u.email_key = ?2
               AND NOT EXISTS (SELECT 1 FROM identities i
                               WHERE i.issuer = ?1 AND i.user_id = u.id)",
        )
        .bind(&identity.issuer)
        .bind(email_key(email.as_str()))
        .fetch_optional(&self.readers)
        .await?;
        if let Some(user) = unlinked {
            sqlx::query(
                "INSERT INTO identities (issuer, subject, user_id, linked_at)
                 VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO NOTHING",
            )
            .bind(&identity.issuer)
            .bind(&identity.subject)
            .bind(user)
            .bind(now.timestamp_millis())
            .execute(&self.writer)
            .await?;
        }
        // Several first requests can come at once: all of them find what the fastest has written.
        self.person_of(identity).await
    }
}
