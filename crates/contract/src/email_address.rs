//! An address that mail can be sent to: RFC 5321 `Mailbox` as a dot-atom, internationalised by
//! RFC 6531, with a domain by UTS 46. Quoted local parts and address literals are legal mail and
//! refused all the same: nobody's on-call alias looks like that, a typing mistake does.

use std::{borrow::Cow, fmt};

use crate::{FieldErrorCode, ReferenceData, address_list::is_separator, reference_data::Domain};

/// Octets before the `@` (RFC 5321, 4.5.3.1.1).
pub const MAX_LOCAL_PART_OCTETS: usize = 64;
/// Octets of the whole address (RFC 5321, 4.5.3.1.3, less the angle brackets).
pub const MAX_ADDRESS_OCTETS: usize = 254;
const MAX_LABEL_OCTETS: usize = 63;

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
        if text.chars().any(is_forbidden) {
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

/// What stands between addresses and never within one.
fn surrounds_address(c: char) -> bool {
    c.is_whitespace() || is_separator(c)
}

fn parse_local_part(text: &str) -> Result<&str, FieldErrorCode> {
    let is_atext =
        |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c) || !c.is_ascii();
    if !text.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atext)) {
        return Err(FieldErrorCode::EmailLocalPart);
    }
    if text.len() > MAX_LOCAL_PART_OCTETS {
        return Err(FieldErrorCode::EmailLocalPartTooLong);
    }
    Ok(text)
}

fn parse_domain(text: &str, reference: &dyn ReferenceData) -> Result<Domain, FieldErrorCode> {
    let lower = text.to_ascii_lowercase();
    let needs_table = !text.is_ascii() || lower.split('.').any(|label| label.starts_with("xn--"));
    let domain = if needs_table {
        reference.domain(&lower).ok_or(FieldErrorCode::EmailDomain)?
    } else {
        Domain { unicode: lower.clone(), ascii: lower }
    };
    // An `xn--` label can spell what nobody may type.
    if domain.unicode.chars().any(is_forbidden) {
        return Err(FieldErrorCode::EmailForbiddenCharacter);
    }
    if domain.unicode.contains(surrounds_address) {
        return Err(FieldErrorCode::EmailDomain);
    }
    let labels: Vec<&str> = domain.ascii.split('.').collect();
    if !labels.iter().all(|label| is_host_label(label)) {
        return Err(FieldErrorCode::EmailDomain);
    }
    match labels.as_slice() {
        [_] => Err(FieldErrorCode::EmailDomainWithoutDot),
        // A top-level domain of digits only is an IPv4 address without its brackets.
        [.., top] if top.bytes().all(|b| b.is_ascii_digit()) => Err(FieldErrorCode::EmailDomain),
        _ => Ok(domain),
    }
}

fn is_host_label(label: &str) -> bool {
    (1..=MAX_LABEL_OCTETS).contains(&label.len())
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Characters that a person cannot see, or that change how the text around them is shown:
/// controls, bidirectional controls, zero-width and other default-ignorable characters, blanks
/// that are no white space, private use and non-characters. White space has a code of its own.
pub(crate) fn is_forbidden(c: char) -> bool {
    let code = u32::from(c);
    let listed = c.is_control()
        || matches!(
            code,
            0x00AD | 0x034F | 0x061C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F
                | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x2800 | 0x3164
                | 0xE000..=0xF8FF | 0xFDD0..=0xFDEF | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0
                | 0xFFF0..=0xFFFD | 0x1_3430..=0x1_3440 | 0x1_BCA0..=0x1_BCA3
                | 0x1_D173..=0x1_D17A | 0xE_0000..=0x10_FFFF
        )
        || code & 0xFFFE == 0xFFFE;
    listed && !c.is_whitespace()
}
