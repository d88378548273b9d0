//! Generates values that cannot be guessed.

/// Returns 256 random bits for a session token.
///
/// # Errors
/// The operating system provides no randomness.
pub fn token() -> Result<[u8; 32], getrandom::Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// Returns 128 random bits in hexadecimal. A request id is not a secret, so it is `unavailable` if
/// there is no randomness.
pub fn request_id() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_or_else(|_| "unavailable".to_owned(), |()| hex::encode(bytes))
}

/// Returns 128 random bits in hexadecimal, for a stored id that must not exist yet.
///
/// # Errors
/// The operating system provides no randomness.
pub fn stored_id() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(hex::encode(bytes))
}
