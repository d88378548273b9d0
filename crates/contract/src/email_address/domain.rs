//! Parses the part behind the `@`.

use super::characters::is_joiner;
use crate::{FieldErrorCode, ReferenceData, reference_data::Domain};

const MAX_LABEL_OCTETS: usize = 63;
const ACE_PREFIX: &str = "xn--";

pub(crate) fn parse_domain(
    text: &str,
    reference: &dyn ReferenceData,
) -> Result<Domain, FieldErrorCode> {
    let lower = text.to_ascii_lowercase();
    let needs_table =
        !text.is_ascii() || lower.split('.').any(|label| label.starts_with(ACE_PREFIX));
    let domain = if needs_table {
        reference.domain(&lower).ok_or(if text.contains(is_joiner) {
            FieldErrorCode::EmailForbiddenCharacter
        } else {
            FieldErrorCode::EmailDomain
        })?
    } else {
        Domain { unicode: lower.clone(), ascii: lower }
    };
    let labels: Vec<&str> = domain.ascii.split('.').collect();
    if !labels.iter().all(|label| is_host_label(label)) {
        return Err(FieldErrorCode::EmailDomain);
    }
    match labels.as_slice() {
        [_] => Err(FieldErrorCode::EmailDomainWithoutDot),
        [.., top] if !is_top_level(top) => Err(FieldErrorCode::EmailDomain),
        _ => Ok(domain),
    }
}

fn is_host_label(label: &str) -> bool {
    (1..=MAX_LABEL_OCTETS).contains(&label.len())
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Returns true if a label can be a top-level domain: at least two letters and nothing else. `xn--`
/// labels have already been checked by [`ReferenceData::domain`].
fn is_top_level(label: &str) -> bool {
    label.starts_with(ACE_PREFIX)
        || label.len() > 1 && label.bytes().all(|byte| byte.is_ascii_alphabetic())
}
