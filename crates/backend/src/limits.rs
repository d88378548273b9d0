//! How often something may be done. The counts are in the database: the process keeps none, so a
//! restart forgives nothing and several processes count together.
//!
//! A span of time begins with the first thing that is done in it.

use std::net::IpAddr;

use axum::http::HeaderName;
use chrono::{DateTime, TimeDelta, Utc};
use partner_portal_contract::ProblemCode;
use sha2::{Digest, Sha256};

use crate::{
    error::ApiError, ids::AccountId, settings::Settings, state::AppState, storage::AccessChange,
};

/// How many invitations one account sends to one address in a day.
const INVITATIONS_TO_ADDRESS_PER_DAY: u32 = 5;
/// How many invitations are mailed to one address in a day, from all accounts together.
const MAILS_TO_ADDRESS_PER_DAY: u32 = 5;

/// What the operator allows.
#[derive(Clone, Debug)]
pub struct Limits {
    sign_ins_per_minute: u32,
    invitations_per_hour: u32,
    /// The header whose last entry is the client's address; `None` when clients connect directly.
    pub(crate) client_address_header: Option<HeaderName>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitKind {
    /// Attempts to sign in, by network address.
    SignIn,
    /// Invitations that are sent, by account.
    Invitation,
    /// Invitations that are sent, by account and recipient.
    InvitationTo,
    /// Mails with invitations, by recipient.
    InvitationMail,
}

impl LimitKind {
    /// The name in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Invitation => "invitation",
            Self::InvitationTo => "invitation_to",
            Self::InvitationMail => "invitation_mail",
        }
    }
}

impl Limits {
    /// As the settings say.
    pub fn new(settings: &Settings) -> Self {
        Self {
            sign_ins_per_minute: settings.sign_ins_per_minute,
            invitations_per_hour: settings.invitations_per_hour,
            client_address_header: settings.client_address_header.clone(),
        }
    }
}

/// Counts an attempt to sign in; to be called before anything about it is looked up.
///
/// # Errors
/// 429 `rate_limited` with `Retry-After`, or storage failed.
pub async fn sign_in(state: &AppState, client: IpAddr) -> Result<(), ApiError> {
    let limit = state.limits.sign_ins_per_minute;
    count(state, LimitKind::SignIn, &network(client), limit, TimeDelta::minutes(1)).await
}

/// Counts an invitation of the account; to be called before it is stored and sent.
///
/// # Errors
/// 429 `rate_limited` with `Retry-After`, or storage failed.
pub async fn invitation(state: &AppState, account: &AccountId) -> Result<(), ApiError> {
    let limit = state.limits.invitations_per_hour;
    let counted_for = account.as_str().as_bytes();
    count(state, LimitKind::Invitation, counted_for, limit, TimeDelta::hours(1)).await
}

/// Counts an invitation of the account to an address; within the change that sends it, so that a
/// refused one does not count. Returns whether it may be mailed: an address that has had enough mails,
/// whatever accounts sent them, gets no more, and such an invitation does not count either.
///
/// # Errors
/// 429 `recipient_rate_limited` with `Retry-After`, or storage failed. It tells of the account's own
/// invitations alone, not of those of others.
pub async fn invitation_to(
    change: &mut AccessChange,
    account: &AccountId,
    address_key: &str,
    now: DateTime<Utc>,
) -> Result<bool, ApiError> {
    let ends_at = now + TimeDelta::days(1);
    let (kind, limit) = (LimitKind::InvitationTo, INVITATIONS_TO_ADDRESS_PER_DAY);
    let own = from_account_to(account, address_key);
    if let Some(ends_at) = change.count_hit(kind, &own, limit, now, ends_at).await? {
        return Err(ApiError::retry_after(ProblemCode::RecipientRateLimited, ends_at - now));
    }
    let (mail, limit) = (LimitKind::InvitationMail, MAILS_TO_ADDRESS_PER_DAY);
    let reached = change.count_hit(mail, &to(address_key), limit, now, ends_at).await?;
    if reached.is_some() {
        tracing::info!("an invitation is not mailed: its recipient has had enough for today");
        change.take_back_hit(kind, &own).await?;
    }
    Ok(reached.is_none())
}

/// Takes back what [`invitation_to`] counted for a mail that was not sent. The mail has failed already,
/// so a failure here is only logged.
pub async fn take_back_invitation_to(state: &AppState, account: &AccountId, address_key: &str) {
    for (kind, counted_for) in [
        (LimitKind::InvitationTo, from_account_to(account, address_key)),
        (LimitKind::InvitationMail, to(address_key)),
    ] {
        if let Err(error) = state.storage.take_back_hit(kind, &counted_for).await {
            tracing::error!(%error, "an invitation that was not sent still counts");
        }
    }
}

fn to(address_key: &str) -> [u8; 32] {
    Sha256::digest(address_key).into()
}

/// No id and no address has a line break.
fn from_account_to(account: &AccountId, address_key: &str) -> [u8; 32] {
    Sha256::digest(format!("{account}\n{address_key}")).into()
}

async fn count(
    state: &AppState,
    kind: LimitKind,
    counted_for: &[u8],
    limit: u32,
    span: TimeDelta,
) -> Result<(), ApiError> {
    let now = state.clock.now();
    let counted_for = Sha256::digest(counted_for).into();
    match state.storage.count_hit(kind, &counted_for, limit, now, now + span).await? {
        None => Ok(()),
        Some(ends_at) => Err(ApiError::retry_after(ProblemCode::RateLimited, ends_at - now)),
    }
}

/// Whose sign-ins count together: an IPv4 address, or the 64 bits that one IPv6 customer has.
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
    fn addresses_of_one_customer_count_together() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff:0:0:1"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
    }
}
