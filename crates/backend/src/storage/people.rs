//! The plain types of people and their identities.

use crate::ids::UserId;

/// A person, independent of the accounts that they belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Person {
    pub id: UserId,
    pub name: String,
    pub email: String,
}

/// A person who is known to an identity provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPerson {
    /// The person.
    pub person: Person,
    /// The key of the address by which the person is found. It does not match any address while
    /// another person uses this address.
    pub address_key: String,
}

/// The identity of a person at an identity provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The `iss` claim of the person's tokens.
    pub issuer: String,
    /// The `sub` claim: the issuer's identifier of the person.
    pub subject: String,
}
