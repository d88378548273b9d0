//! A user's name: any script, one line, without characters that hide or reorder the text around it.

use std::fmt;

use super::name_link::is_link;
use crate::{
    FieldErrorCode, ReferenceData,
    email_address::{is_forbidden, is_joiner},
};

/// The maximum number of Unicode scalar values in a name.
pub const MAX_NAME_CHARACTERS: usize = 200;

/// A validated name in NFC, trimmed, with single spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// Parses a name.
    ///
    /// # Errors
    /// [`FieldErrorCode::Required`], [`FieldErrorCode::NameForbiddenCharacter`],
    /// [`FieldErrorCode::NameTooLong`] or [`FieldErrorCode::NameHasLink`].
    pub fn parse(text: &str, reference: &dyn ReferenceData) -> Result<Self, FieldErrorCode> {
        let text = if text.is_ascii() { text.to_owned() } else { reference.nfc(text) };
        let text = text.trim();
        if text.chars().all(|c| c.is_whitespace() || is_joiner(c)) {
            return Err(FieldErrorCode::Required);
        }
        // Names contain no line breaks or tabs, but forged mail headers do.
        if text.chars().any(|c| c.is_control() || is_line_separator(c) || is_hidden(c)) {
            return Err(FieldErrorCode::NameForbiddenCharacter);
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().count() > MAX_NAME_CHARACTERS {
            return Err(FieldErrorCode::NameTooLong);
        }
        // Mails contain names, and mail programs turn such words into links.
        if text.split(' ').any(is_link) {
            return Err(FieldErrorCode::NameHasLink);
        }
        Ok(Self(text))
    }

    /// Returns the name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_line_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// The joiners are part of the spelling of Persian, Sinhala and other names. A name of joiners
/// alone is empty.
fn is_hidden(c: char) -> bool {
    is_forbidden(c) && !is_joiner(c)
}
