//! A person's name: any script, one line, nothing that hides or reorders the text around it.

use std::fmt;

use super::name_link::is_link;
use crate::{
    FieldErrorCode, ReferenceData,
    email_address::{is_forbidden, is_joiner},
};

/// Unicode scalar values in a name.
pub const MAX_NAME_CHARACTERS: usize = 200;

/// A checked name in NFC, with single spaces and none around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// Reads a name.
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
        // A line break or a tab is no typing mistake: nobody's name has one, forged mail headers do.
        if text.chars().any(|c| c.is_control() || is_line_separator(c) || is_hidden(c)) {
            return Err(FieldErrorCode::NameForbiddenCharacter);
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().count() > MAX_NAME_CHARACTERS {
            return Err(FieldErrorCode::NameTooLong);
        }
        // Mails name people, and programs that show them make links of such words.
        if text.split(' ').any(is_link) {
            return Err(FieldErrorCode::NameHasLink);
        }
        Ok(Self(text))
    }

    /// The name.
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

/// The joiners belong to the spelling of Persian, Sinhala and other names. Alone they are no name.
fn is_hidden(c: char) -> bool {
    is_forbidden(c) && !is_joiner(c)
}
