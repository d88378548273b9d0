//! Limits how often actions are allowed. The counts are stored in the database, so they survive a
//! restart and several processes share them.
//!
//! A period begins with the first action in it.

mod settings;

use std::{net::IpAddr, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};
use partner_portal_contract::ProblemCode;
use sha2::{Digest, Sha256};

use super::error::RuleError;
use crate::{
    clock::Clock,
    ids::AccountId,
    storage::{AccessChange, Storage, limits::LimitKind},
};

pub use settings::LimitsSettings;

/// The maximum number of invitations from one account to one address per day.
const INVITATIONS_TO_ADDRESS_PER_DAY: u32 = 5;
/// The maximum number of invitation mails to one address per day, from all accounts together.
const MAILS_TO_ADDRESS_PER_DAY: u32 = 5;

/// Counts actions and compares the counts with the configured limits.
pub struct Limits {
    settings: LimitsSettings,
    storage: Storage,
    clock: Arc<dyn Clock>,
}

impl Limits {
    /// Creates the limits from the settings.
    pub fn new(settings: LimitsSettings, storage: Storage, clock: Arc<dyn Clock>) -> Self {
        Self { settings, storage, clock }
    }

    /// Counts an attempt to sign in. Must be called before the user is looked up.
    ///
    /// # Errors
    /// `rate_limited` with the time until the next attempt, or a storage error.
    pub async fn count_sign_in(&self, client: IpAddr) -> Result<(), RuleError> {
        let limit = self.settings.sign_ins_per_minute;
        self.count(LimitKind::SignIn, &network(client), limit, TimeDelta::minutes(1)).await
    }

    /// Counts an invitation of the account. Must be called before the invitation is stored and
    /// sent.
    ///
    /// # Errors
    /// `rate_limited` with the time until the next attempt, or a storage error.
    pub async fn count_invitation(&self, account: &AccountId) -> Result<(), RuleError> {
        let limit = self.settings.invitations_per_hour;
        let counted_for = account.as_str().as_bytes();
        self.count(LimitKind::Invitation, counted_for, limit, TimeDelta::hours(1)).await
    }

    /// Removes the hits that [`count_invitation_to`] counted for a mail that was not sent. A
    /// failure is only logged, because the mail has already failed.
    pub async fn take_back_invitation_to(&self, account: &AccountId, address_key: &str) {
        for (kind, counted_for) in [
            (LimitKind::InvitationTo, from_account_to(account, address_key)),
            (LimitKind::InvitationMail, to(address_key)),
        ] {
            if let Err(error) = self.storage.take_back_hit(kind, &counted_for).await {
                tracing::error!(%error, "an invitation that was not sent still counts");
            }
        }
    }

    async fn count(
        &self,
        kind: LimitKind,
        counted_for: &[u8],
        limit: u32,
        span: TimeDelta,
    ) -> Result<(), RuleError> {
        let now = self.clock.now();
        let counted_for = Sha256::digest(counted_for).into();
        match self.storage.count_hit(kind, &counted_for, limit, now, now + span).await? {
            None => Ok(()),
            Some(ends_at) => {
                Err(RuleError::RefusedFor { code: ProblemCode::RateLimited, wait: ends_at - now })
            }
        }
    }
}

/// Counts an invitation of the account to an address, and returns whether it may be mailed.
///
/// It is part of the change that stores the invitation, so a refused invitation does not count. An
/// address receives a limited number of mails from all accounts together. An invitation beyond that
/// limit is not mailed and does not count either.
///
/// # Errors
/// `recipient_rate_limited` with the time until the next attempt, or a storage error. The refusal
/// depends only on the account's own invitations, so it reveals nothing about other accounts.
pub async fn count_invitation_to(
    change: &mut AccessChange,
    account: &AccountId,
    address_key: &str,
    now: DateTime<Utc>,
) -> Result<bool, RuleError> {
    let ends_at = now + TimeDelta::days(1);
    let (kind, limit) = (LimitKind::InvitationTo, INVITATIONS_TO_ADDRESS_PER_DAY);
    let own = from_account_to(account, address_key);
    if let Some(ends_at) = change.count_hit(kind, &own, limit, now, ends_at).await? {
        let code = ProblemCode::RecipientRateLimited;
        return Err(RuleError::RefusedFor { code, wait: ends_at - now });
    }
    let (mail, limit) = (LimitKind::InvitationMail, MAILS_TO_ADDRESS_PER_DAY);
    let reached = change.count_hit(mail, &to(address_key), limit, now, ends_at).await?;
    if reached.is_some() {
        tracing::info!("an invitation is not mailed: its recipient has had enough for today");
        change.take_back_hit(kind, &own).await?;
    }
    Ok(reached.is_none())
}

fn to(address_key: &str) -> [u8; 32] {
    Sha256::digest(address_key).into()
}

/// Neither ids nor addresses contain a line break, so the combination is unambiguous.
fn from_account_to(account: &AccountId, address_key: &str) -> [u8; 32] {
    Sha256::digest(format!("{account}\n{address_key}")).into()
}

/// Returns the network whose sign-ins count together: an IPv4 address, or the 64-bit prefix that an
/// IPv6 customer has.
fn network(client: IpAddr) -> Vec<u8> {
    match client.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_the_network_of_one_customer_count_together() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff:0:0:1"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
    }
}
