//! The e-mail address that identifies a user.

use crate::{EmailAddress, FieldErrorCode, ReferenceData, email_address::parse_domain};

/// A validated address of a user, with a key for comparing two addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonAddress {
    email: EmailAddress,
    key: String,
}

impl PersonAddress {
    /// Parses one address by the rules of [`EmailAddress::parse`].
    ///
    /// Before the `@` it also rejects characters that normalization turns into ASCII, such as the
    /// Kelvin sign `\u{212A}` and full-width letters. A mail server may deliver `\u{212A}enji@…`
    /// and `kenji@…` to two people, and a verified address decides who gets access. Characters that
    /// normalization turns into illegal ones, such as an upright comma, are rejected, too.
    ///
    /// # Errors
    /// Those of [`EmailAddress::parse`]; [`FieldErrorCode::EmailLocalPart`] for such characters.
    pub fn parse(text: &str, reference: &dyn ReferenceData) -> Result<Self, FieldErrorCode> {
        let email = EmailAddress::parse(text, reference)?;
        let typed = text.trim().split_once('@').map_or("", |(local, _)| local);
        if typed.chars().any(|c| becomes_ascii(c, reference)) {
            return Err(FieldErrorCode::EmailLocalPart);
        }
        let domain = parse_domain(email.domain(), reference)?.ascii;
        let key = folded(email.local_part(), reference) + "@" + &domain;
        if EmailAddress::parse(&key, reference).is_err() {
            return Err(FieldErrorCode::EmailLocalPart);
        }
        Ok(Self { email, key })
    }

    /// Returns the address as mail is sent to it.
    pub fn email(&self) -> &EmailAddress {
        &self.email
    }

    /// Returns a key that is equal for two addresses of one mailbox: the part before the `@` in
    /// NFKC with its case folded, the domain in ASCII and lower case.
    pub fn key(&self) -> &str {
        &self.key
    }
}

fn becomes_ascii(c: char, reference: &dyn ReferenceData) -> bool {
    !c.is_ascii() && reference.nfkc(c.encode_utf8(&mut [0; 4])).bytes().any(|byte| byte.is_ascii())
}

/// Folds the case by lower-casing. Full case folding would turn `straße` and `strasse` into one
/// mailbox.
fn folded(text: &str, reference: &dyn ReferenceData) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // Lower-casing can require another normalization: `J` and a caron are one character only as
    // `ǰ`.
    reference.nfkc(&reference.nfkc(text).to_lowercase().replace('ς', "σ"))
}
