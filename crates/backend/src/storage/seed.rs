//! The plain types of the initial content of a database.

use partner_portal_contract::users::Role;

use super::{
    accounts::{Membership, StoredAccount},
    contact_information::NewRevision,
    invitations::InvitationPeriod,
    people::Person,
};
use crate::ids::{AccountId, InvitationId, UserId};

/// The initial content of an empty database.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Seed {
    pub accounts: Vec<StoredAccount>,
    pub people: Vec<Person>,
    pub memberships: Vec<Membership>,
    pub invitations: Vec<SeedInvitation>,
    pub revisions: Vec<(AccountId, NewRevision)>,
}

/// An invitation that is stored with a [`Seed`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SeedInvitation {
    pub id: InvitationId,
    pub account_id: AccountId,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub invited_by: UserId,
    pub period: InvitationPeriod,
}
