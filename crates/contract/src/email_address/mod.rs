//! A deliverable e-mail address: RFC 5321 `Mailbox` as a dot-atom, internationalised by RFC 6531,
//! with a domain by UTS 46. Quoted local parts and address literals are legal, but rejected,
//! because in practice they are typing mistakes and not aliases.

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

/// The maximum number of octets before the `@` (RFC 5321, 4.5.3.1.1).
pub const MAX_LOCAL_PART_OCTETS: usize = 64;
/// The maximum number of octets of the whole address (RFC 5321, 4.5.3.1.3, without the angle
/// brackets).
pub const MAX_ADDRESS_OCTETS: usize = 254;

/// A validated address in canonical form: the local part in NFC, the domain in lower case and in
/// Unicode, not in `xn--` form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Parses one address. White space around it is ignored.
    ///
    /// # Errors
    /// The code that best tells the user how to correct the address.
    pub fn parse(text: &str, reference: &dyn ReferenceData) -> Result<Self, FieldErrorCode> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FieldErrorCode::EmailEmpty);
        }
        // Normalization comes first, because the result can contain characters that were not typed:
        // the Greek question mark becomes a semicolon.
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

    /// Returns the canonical form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the part before the `@`.
    pub fn local_part(&self) -> &str {
        self.0.split_once('@').map_or("", |(local, _)| local)
    }

    /// Returns the part behind the `@`, in lower case and in Unicode.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Returns true for a quoted local part or an address literal, which are both legal in RFC 5321.
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
