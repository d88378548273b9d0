//! Fills an empty database in one transaction.

use std::collections::HashMap;

use serde::Serialize;

use super::{address_keys::address_key, contact_information, database::Storage, rows::count};
use crate::{
    ids::UserId,
    storage::{
        error::StorageError,
        people::Person,
        person_keys::{name_key, search_key},
        seed::Seed,
    },
};

#[derive(Serialize)]
struct PersonLine<'a> {
    id: &'a str,
    name: &'a str,
    email: &'a str,
    email_key: String,
}

#[derive(Serialize)]
struct MembershipLine<'a> {
    account_id: &'a str,
    user_id: &'a str,
    role: &'a str,
    name_key: String,
    search_key: String,
}

#[derive(Serialize)]
struct InvitationLine<'a> {
    id: &'a str,
    account_id: &'a str,
    name: &'a str,
    email: &'a str,
    email_key: String,
    role: &'a str,
    invited_by: &'a str,
    sent_at: i64,
    expires_at: i64,
    name_key: String,
    search_key: String,
}

impl Storage {
    /// Checks whether the database has no account yet.
    pub async fn is_empty(&self) -> Result<bool, StorageError> {
        Ok(sqlx::query_scalar("SELECT NOT EXISTS (SELECT 1 FROM accounts)")
            .fetch_one(&self.readers)
            .await?)
    }

    /// Returns the number of accounts that no seed has stored.
    pub async fn accounts_of_partners(&self) -> Result<u64, StorageError> {
        let number = sqlx::query_scalar("SELECT count(*) FROM accounts WHERE planted_by_demo = 0")
            .fetch_one(&self.readers)
            .await?;
        count(number)
    }

    /// Stores the whole seed in one transaction.
    pub async fn plant(&self, seed: &Seed) -> Result<(), StorageError> {
        let mut transaction = self.begin_write().await?;
        for account in &seed.accounts {
            sqlx::query(
                "INSERT INTO accounts
                    (id, partner_id, name, integration_type, brand_name, brand_support_email,
                     search_key, planted_by_demo)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1)",
            )
            .bind(&account.id)
            .bind(&account.partner_id)
            .bind(&account.name)
            .bind(&account.integration_type)
            .bind(&account.default_brand.name)
            .bind(&account.default_brand.support_email)
            .bind(search_key(&account.name, &account.partner_id))
            .execute(&mut *transaction)
            .await?;
        }
        // Sends the list as one JSON text, so that ten thousand rows need only one statement.
        sqlx::query(
            "INSERT INTO users (id, name, email, email_key)
             SELECT value ->> 'id', value ->> 'name', value ->> 'email', value ->> 'email_key'
             FROM json_each(?1)",
        )
        .bind(people(seed)?)
        .execute(&mut *transaction)
        .await?;
        sqlx::query(
            "INSERT INTO memberships (account_id, user_id, role, name_key, search_key)
             SELECT value ->> 'account_id', value ->> 'user_id', value ->> 'role',
                    value ->> 'name_key', value ->> 'search_key'
             FROM json_each(?1)",
        )
        .bind(memberships(seed)?)
        .execute(&mut *transaction)
        .await?;
        sqlx::query(
            "INSERT INTO invitations
                (id, account_id, name, email, email_key, language, role, invited_by, sent_at,
                 expires_at, name_key, search_key)
             SELECT value ->> 'id', value ->> 'account_id', value ->> 'name', value ->> 'email',
                    value ->> 'email_key', 'en', value ->> 'role', value ->> 'invited_by',
                    value ->> 'sent_at', value ->> 'expires_at', value ->> 'name_key',
                    value ->> 'search_key'
             FROM json_each(?1)",
        )
        .bind(invitations(seed)?)
        .execute(&mut *transaction)
        .await?;
        for (account, revision) in &seed.revisions {
            contact_information::insert(&mut transaction, account, revision).await?;
        }
        Ok(transaction.commit().await?)
    }
}

fn people(seed: &Seed) -> Result<String, StorageError> {
    let lines = seed.people.iter().map(|person| PersonLine {
        id: person.id.as_str(),
        name: &person.name,
        email: &person.email,
        email_key: address_key(&person.email),
    });
    json(lines.collect())
}

fn memberships(seed: &Seed) -> Result<String, StorageError> {
    let people: HashMap<&UserId, &Person> =
        seed.people.iter().map(|person| (&person.id, person)).collect();
    let lines = seed.memberships.iter().map(|membership| {
        let unknown = StorageError::Unreadable("a seed's membership");
        let person = people.get(&membership.user_id).ok_or(unknown)?;
        Ok(MembershipLine {
            account_id: membership.account_id.as_str(),
            user_id: membership.user_id.as_str(),
            role: membership.role.as_str(),
            name_key: name_key(&person.name),
            search_key: search_key(&person.name, &person.email),
        })
    });
    json(lines.collect::<Result<_, StorageError>>()?)
}

fn invitations(seed: &Seed) -> Result<String, StorageError> {
    let lines = seed.invitations.iter().map(|invitation| InvitationLine {
        id: invitation.id.as_str(),
        account_id: invitation.account_id.as_str(),
        name: &invitation.name,
        email: &invitation.email,
        email_key: address_key(&invitation.email),
        role: invitation.role.as_str(),
        invited_by: invitation.invited_by.as_str(),
        sent_at: invitation.period.sent_at.timestamp_millis(),
        expires_at: invitation.period.expires_at.timestamp_millis(),
        name_key: name_key(&invitation.name),
        search_key: search_key(&invitation.name, &invitation.email),
    });
    json(lines.collect())
}

fn json<T: Serialize>(lines: Vec<T>) -> Result<String, StorageError> {
    serde_json::to_string(&lines).map_err(|_| StorageError::Unreadable("a seed"))
}
