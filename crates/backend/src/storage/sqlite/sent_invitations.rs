//! Stores invitations as part of a change of access.

use partner_portal_contract::users::{NewUser, PersonAddress};

use super::{access_change::AccessChange, people::people};
use crate::{
    ids::{InvitationId, UserId},
    storage::{
        error::StorageError,
        invitations::InvitationPeriod,
        person_keys::{name_key, search_key},
    },
};

impl AccessChange {
    /// Checks whether `id` is the id of an accepted invitation.
    pub async fn is_accepted_invitation(&mut self, id: &UserId) -> Result<bool, StorageError> {
        Ok(sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM invitations
                            WHERE account_id = ?1 AND id = ?2 AND accepted_by IS NOT NULL)",
        )
        .bind(&self.account)
        .bind(id)
        .fetch_one(&mut *self.transaction)
        .await?)
    }

    /// Checks whether a member or an invitation of the account has this address.
    pub async fn has_address(&mut self, address: &PersonAddress) -> Result<bool, StorageError> {
        Ok(sqlx::query_scalar(concat!(
            "SELECT EXISTS (SELECT 1 FROM ",
            people!(),
            " WHERE m.account_id = ?1 AND m.email_key = ?2)",
        ))
        .bind(&self.account)
        .bind(address.key())
        .fetch_one(&mut *self.transaction)
        .await?)
    }

    /// Stores an invitation to the account. Does not look for the address in other accounts.
    pub async fn invite(
        &mut self,
        id: &InvitationId,
        new: &NewUser,
        invited_by: &UserId,
        period: InvitationPeriod,
    ) -> Result<(), StorageError> {
        let (name, email) = (new.name().as_str(), new.address().email().as_str());
        sqlx::query(
            "INSERT INTO invitations
                (id, account_id, name, email, email_key, language, role, invited_by, sent_at,
                 expires_at, name_key, search_key)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )
        .bind(id)
        .bind(&self.account)
        .bind(name)
        .bind(email)
        .bind(new.address().key())
        .bind(new.language().tag())
        .bind(new.role().as_str())
        .bind(invited_by)
        .bind(period.sent_at.timestamp_millis())
        .bind(period.expires_at.timestamp_millis())
        .bind(name_key(name))
        .bind(search_key(name, email))
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// Gives an invitation a new period, even if it was declined.
    pub async fn invite_again(
        &mut self,
        invitation: &UserId,
        invited_by: &UserId,
        period: InvitationPeriod,
    ) -> Result<(), StorageError> {
        sqlx::query(
            "UPDATE invitations
             SET invited_by = ?3, sent_at = ?4, expires_at = ?5, declined_at = NULL
             WHERE account_id = ?1 AND id = ?2 AND accepted_by IS NULL",
        )
        .bind(&self.account)
        .bind(invitation)
        .bind(invited_by)
        .bind(period.sent_at.timestamp_millis())
        .bind(period.expires_at.timestamp_millis())
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }
}
