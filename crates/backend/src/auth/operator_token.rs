//! Generates and hashes the tokens of the operator's own systems.

use sha2::{Digest, Sha256};

use crate::random;

/// The beginning of every token. Scanners for leaked secrets can search for it, and no JWT begins
/// with it.
const PREFIX: &str = "ppo_";

/// Generates a token with 256 random bits.
///
/// # Errors
/// The operating system provides no randomness.
pub fn generate() -> Result<String, getrandom::Error> {
    Ok(format!("{PREFIX}{}", hex::encode(random::token()?)))
}

/// Returns the hash under which a token is stored. A token has enough random bits that a fast hash
/// protects it.
pub fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token).into()
}

/// Checks whether a bearer token is meant as a token of the operator.
pub fn is_operator_token(token: &str) -> bool {
    token.starts_with(PREFIX)
}
