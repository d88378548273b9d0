//! Links the issuer's subjects to people.

use chrono::{DateTime, Utc};
use partner_portal_contract::users::PersonAddress;

use super::{
    database::Storage,
    person::{person_of_address, release_address},
    rows::PersonRow,
};
use crate::storage::{
    error::StorageError,
    people::{Identity, KnownPerson},
};

impl Storage {
    /// Returns the person linked to the issuer's subject.
    pub async fn person_of(
        &self,
        identity: &Identity,
    ) -> Result<Option<KnownPerson>, StorageError> {
        #[derive(sqlx::FromRow)]
        struct Row {
            #[sqlx(flatten)]
            person: PersonRow,
            email_key: String,
        }
        let row: Option<Row> = sqlx::query_as(
            "SELECT u.id, u.name, u.email, u.email_key
             FROM identities i JOIN users u ON u.id = i.user_id
             WHERE i.issuer = ?1 AND i.subject = ?2",
        )
        .bind(&identity.issuer)
        .bind(&identity.subject)
        .fetch_optional(&self.readers)
        .await?;
        Ok(row.map(|row| KnownPerson { person: row.person.into(), address_key: row.email_key }))
    }

    /// Links the subject to the person with this address, or to the person with an open invitation
    /// to it.
    ///
    /// A person who is already linked to another subject of the issuer is not linked again, because
    /// an address can get a new owner while a subject cannot. If that person is not a member of any
    /// account, they lose the address to the new subject.
    pub async fn link_by_address(
        &self,
        identity: &Identity,
        address: &PersonAddress,
        now: DateTime<Utc>,
    ) -> Result<Option<KnownPerson>, StorageError> {
        let is_linkable: bool = sqlx::query_scalar(
            "SELECT CASE WHEN EXISTS (SELECT 1 FROM users WHERE email_key = ?2)
                 THEN EXISTS (SELECT 1 FROM users u
                              WHERE u.email_key = ?2
                                AND (NOT EXISTS (SELECT 1 FROM identities i
                                                 WHERE i.issuer = ?1 AND i.user_id = u.id)
                                     OR NOT EXISTS (SELECT 1 FROM memberships m
                                                    WHERE m.user_id = u.id)))
                 ELSE EXISTS (SELECT 1 FROM invitations
                              WHERE email_key = ?2 AND accepted_by IS NULL
                                AND declined_at IS NULL AND expires_at > ?3)
             END",
        )
        .bind(&identity.issuer)
        .bind(address.key())
        .bind(now.timestamp_millis())
        .fetch_one(&self.readers)
        .await?;
        if is_linkable {
            self.link(identity, address, now).await?;
        }
        // Several first requests can arrive at once. All of them read the row that the first one
        // wrote.
        self.person_of(identity).await
    }

    async fn link(
        &self,
        identity: &Identity,
        address: &PersonAddress,
        now: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        let mut transaction = self.begin_write().await?;
        release_address(&mut transaction, identity, address.key()).await?;
        if let Some(user) = person_of_address(&mut transaction, address.key(), now).await? {
            sqlx::query(
                "INSERT INTO identities (issuer, subject, user_id, linked_at)
                 VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO NOTHING",
            )
            .bind(&identity.issuer)
            .bind(&identity.subject)
            .bind(user)
            .bind(now.timestamp_millis())
            .execute(&mut *transaction)
            .await?;
        }
        Ok(transaction.commit().await?)
    }
}
