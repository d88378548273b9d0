//! The platform's own id of a partner.

use super::AccountErrorCode;

/// The maximum number of Unicode scalar values in a partner id.
pub const MAX_PARTNER_ID_CHARACTERS: usize = 200;

/// A validated partner id: any characters of any script except control characters, without white
/// space at its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerId(String);

impl PartnerId {
    /// Parses a partner id. It is compared character by character, so nothing is normalized.
    ///
    /// # Errors
    /// [`AccountErrorCode::Required`], [`AccountErrorCode::TooLong`] or
    /// [`AccountErrorCode::ForbiddenCharacter`].
    pub fn parse(text: &str) -> Result<Self, AccountErrorCode> {
        if text.trim().is_empty() {
            return Err(AccountErrorCode::Required);
        }
        if text.chars().count() > MAX_PARTNER_ID_CHARACTERS {
            return Err(AccountErrorCode::TooLong);
        }
        if text.trim() != text || text.contains(char::is_control) {
            return Err(AccountErrorCode::ForbiddenCharacter);
        }
        Ok(Self(text.to_owned()))
    }

    /// Returns the id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
