//! Values that nobody can guess.

/// 256 bits, for a session's token.
///
/// # Errors
/// The operating system has no randomness to give.
pub fn token() -> Result<[u8; 32], getrandom::Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// 128 bits in hexadecimal. An id need not be secret: without randomness it is `unavailable`.
pub fn request_id() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_or_else(|_| "unavailable".to_owned(), |()| hex::encode(bytes))
}

/// 128 bits in hexadecimal, for an id that is stored: none that may already exist.
///
/// # Errors
/// The operating system has no randomness to give.
pub fn stored_id() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(hex::encode(bytes))
}
