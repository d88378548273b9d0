//! An address that mail can be sent to: RFC 5321 `Mailbox` as a dot-atom, internationalised by
//! RFC 6531, with a domain by UTS 46. Quoted local parts and address literals are legal mail and
//! refused all the same: nobody's on-call alias looks like that, a typing mistake does.

mod characters;
mod domain;

use std::{borrow::Cow, fmt};

use crate::{
    FieldErrorCode, ReferenceData,
    address_list::{marks, surrounds_address},
};
use characters::is_forbidden_in_domain;
pub(crate) use characters::{is_forbidden, is_joiner};
pub(crate) use domain::parse_domain;

/// Octets before the `@` (RFC 5321, 4.5.3.1.1).
pub const MAX_LOCAL_PART_OCTETS: usize = 64;
/// Octets of the whole address (RFC 5321, 4.5.3.1.3, less the angle brackets).
pub const MAX_ADDRESS_OCTETS: usize = 254;

/// A checked address in its one canonical form: local part in NFC, domain in lower case with the
/// characters of its language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads one address; white space around it does not count.
    ///
    /// # Errors
    /// The one code that says best how to mend it.
    pub fn parse(text: &str, reference: &dyn ReferenceData) -> Result<Self, FieldErrorCode> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FieldErrorCode::EmailEmpty);
        }
        // First, because a normalized text can hold characters that the typed one does not: the
        // Greek question mark becomes a semicolon.
        let text =
            if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(reference.nfc(text)) };
        let (local, domain) = text.split_at(text.find('@').unwrap_or(text.len()));
        if local.chars().any(is_forbidden) || domain.chars().any(is_forbidden_in_domain) {
            return Err(FieldErrorCode::EmailForbiddenCharacter);
        }
        if is_unsupported_form(&text) {
            return Err(FieldErrorCode::EmailUnsupportedForm);
        }
        if text.contains(|c| surrounds_address(c) || "<>()".contains(c)) {
            return Err(FieldErrorCode::EmailNotOneAddress);
        }
        let (local, domain) = text.split_once('@').ok_or(FieldErrorCode::EmailAtSign)?;
        if domain.contains('@') {
            return Err(FieldErrorCode::EmailAtSign);
        }
        let local = parse_local_part(local)?;
        let domain = parse_domain(domain, reference)?;
        if local.len() + 1 + domain.unicode.len().max(domain.ascii.len()) > MAX_ADDRESS_OCTETS {
            return Err(FieldErrorCode::EmailTooLong);
        }
        Ok(Self(format!("{local}@{}", domain.unicode)))
    }

    /// The canonical form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the `@`.
    pub fn local_part(&self) -> &str {
        self.0.split_once('@').map_or("", |(local, _)| local)
    }

    /// What stands behind the `@`: lower case, with the characters of its language.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A quoted local part or an address literal, both legal in RFC 5321.
fn is_unsupported_form(text: &str) -> bool {
    let quoted = text.starts_with('"') && text.contains("\"@");
    let literal = text.contains("@[") && text.ends_with(']');
    quoted || literal
}

fn parse_local_part(text: &str) -> Result<&str, FieldErrorCode> {
    let is_atext =
        |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c) || !c.is_ascii();
    if !text.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atext))
        || text.starts_with(marks::is_mark)
        || text.contains(marks::is_quotation_mark_or_bullet)
    {
        return Err(FieldErrorCode::EmailLocalPart);
    }
    if text.len() > MAX_LOCAL_PART_OCTETS {
        return Err(FieldErrorCode::EmailLocalPartTooLong);
    }
    Ok(text)
}
