//! Ids that cannot be mixed up. They say nothing about whether what they name exists.

use std::fmt;

use serde::Serialize;

use crate::random;

/// The id of an account.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, sqlx::Type)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct AccountId(String);

/// The id of a person; in an account's list of users, also that of an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, sqlx::Type)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct UserId(String);

/// The id of an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, sqlx::Type)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct InvitationId(String);

impl AccountId {
    /// Takes any text: an id that names nothing is found out by looking it up.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The id as in paths.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl InvitationId {
    /// The id of an invitation that is new.
    ///
    /// # Errors
    /// The operating system has no randomness to give.
    pub fn generate() -> Result<Self, getrandom::Error> {
        Ok(Self(format!("inv_{}", random::stored_id()?)))
    }

    /// Takes any text: an id that names nothing is found out by looking it up.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The id as on the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl UserId {
    /// Takes any text: an id that names nothing is found out by looking it up.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The id as on the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for InvitationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
