//! Types for ids, so that they cannot be confused. An id does not prove that its object exists.

use std::fmt;

use serde::Serialize;

use crate::random;

/// The id of an account.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, sqlx::Type)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct AccountId(String);

/// The id of a person. In the list of an account's users it can also be the id of an invitation.
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
    /// Generates the id of a new account.
    ///
    /// # Errors
    /// The operating system provides no randomness.
    pub fn generate() -> Result<Self, getrandom::Error> {
        Ok(Self(format!("acc_{}", random::stored_id()?)))
    }

    /// Creates an id from any text. An unknown id is detected by the lookup.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the id as used in paths.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl InvitationId {
    /// Generates the id of a new invitation.
    ///
    /// # Errors
    /// The operating system provides no randomness.
    pub fn generate() -> Result<Self, getrandom::Error> {
        Ok(Self(format!("inv_{}", random::stored_id()?)))
    }

    /// Creates an id from any text. An unknown id is detected by the lookup.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the id as sent to clients.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl UserId {
    /// Generates the id of a new person.
    ///
    /// # Errors
    /// The operating system provides no randomness.
    pub fn generate() -> Result<Self, getrandom::Error> {
        Ok(Self(format!("usr_{}", random::stored_id()?)))
    }

    /// Returns the id under which the operator's saves are stored. No person has it.
    pub fn operator() -> Self {
        Self("usr_operator".to_owned())
    }

    /// Creates an id from any text. An unknown id is detected by the lookup.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the id as sent to clients.
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
