//! An address that mail can be sent to: RFC 5321 `Mailbox` as a dot-atom, internationalised by
//! RFC 6531, with a domain by UTS 46. Quoted local parts and address literals are legal mail and
//! refused all the same: nobody's on-call alias looks like that, a typing mistake does.

use std::fmt;

use crate::{FieldErrorCode, ReferenceData, reference_data::Domain};

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
        if text.chars().any(is_forbidden) {
            return Err(FieldErrorCode::EmailForbiddenCharacter);
        }
        if text.starts_with('"') && text.contains("\"@") || text.ends_with(']') {
            return Err(FieldErrorCode::EmailUnsupportedForm);
        }
        if text.contains(|c: char| c.is_whitespace() || ",;<>()".contains(c)) {
            return Err(FieldErrorCode::EmailNotOneAddress);
        }
        let (local, domain) = text.split_once('@').ok_or(FieldErrorCode::EmailAtSign)?;
        if domain.contains('@') {
            return Err(FieldErrorCode::EmailAtSign);
        }
        let local = parse_local_part(local, reference)?;
        let domain = parse_domain(domain, reference)?;
        if local.len() + 1 + domain.unicode.len().max(domain.ascii.len()) > MAX_ADDRESS_OCTETS {
            return Err(FieldErrorCode::EmailTooLong);
        }
        Ok(Self(local + "@" + &domain.unicode))
    }

    /// The canonical form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn parse_local_part(text: &str, reference: &dyn ReferenceData) -> Result<String, FieldErrorCode> {
    let is_atext =
        |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c) || !c.is_ascii();
    if !text.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atext)) {
        return Err(FieldErrorCode::EmailLocalPart);
    }
    let local = if text.is_ascii() { text.to_owned() } else { reference.nfc(text) };
    if local.len() > MAX_LOCAL_PART_OCTETS {
        return Err(FieldErrorCode::EmailLocalPartTooLong);
    }
    Ok(local)
}

fn parse_domain(text: &str, reference: &dyn ReferenceData) -> Result<Domain, FieldErrorCode> {
    let lower = text.to_ascii_lowercase();
    let needs_table = !text.is_ascii() || lower.split('.').any(|label| label.starts_with("xn--"));
    let domain = if needs_table {
        reference.domain(&lower).ok_or(FieldErrorCode::EmailDomain)?
    } else {
        Domain { unicode: lower.clone(), ascii: lower }
    };
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
/// controls, bidirectional controls, zero-width and other default-ignorable characters, private
/// use and non-characters.
fn is_forbidden(c: char) -> bool {
    let code = u32::from(c);
    c.is_control()
        || matches!(
            code,
            0x00AD | 0x034F | 0x061C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F
                | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F
                | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFD | 0xE000..=0xF8FF | 0xFDD0..=0xFDEF
                | 0x1_BCA0..=0x1_BCA3 | 0x1_D173..=0x1_D17A | 0xE_0000..=0x10_FFFF
        )
        || code & 0xFFFE == 0xFFFE
}
