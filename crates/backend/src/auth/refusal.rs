//! Lists the reasons for refusing a token. They appear only in the log. The client learns only that
//! the token was refused. No variant contains a part of a token.

/// The reason why a bearer token was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum Refusal {
    #[error("this server accepts no bearer tokens")]
    NotConfigured,
    #[error("it is no signed JSON Web Token")]
    Malformed,
    #[error("its header demands something that is not supported")]
    CriticalHeader,
    #[error("its algorithm is not the configured one")]
    Algorithm,
    #[error("no key of the issuer has its id and its algorithm")]
    UnknownKey,
    #[error("the issuer's keys could not be fetched yet")]
    KeysUnavailable,
    #[error("its signature is wrong")]
    Signature,
    #[error("a claim is missing or has the wrong type")]
    Claims,
    #[error("it is from another issuer")]
    Issuer,
    #[error("it is for another audience")]
    Audience,
    #[error("it has expired")]
    Expired,
    #[error("it is not valid yet")]
    NotYetValid,
    #[error("its subject is empty or too long")]
    Subject,
    #[error("its subject is unknown, and so is its address, if it has a verified one")]
    UnknownPerson,
    #[error("it is no token of the operator that was issued and not revoked")]
    NoOperatorToken,
}
