//! Creates entity tags (RFC 9110, 8.8.3) and finds them in requests.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use partner_portal_contract::entity_tag;
use sha2::{Digest, Sha256};

/// Returns the tag of a revision of the contact information.
pub fn of_revision(revision: u64) -> HeaderValue {
    header_value(&entity_tag::of_revision(revision))
}

/// Returns a digest of a body. Equal bodies have the same version.
pub fn version_of(body: &[u8]) -> String {
    hex::encode(&Sha256::digest(body)[..16])
}

/// Returns the tag for a result of [`version_of`].
pub fn of_version(version: &str) -> HeaderValue {
    header_value(&entity_tag::of_version(version))
}

/// Checks whether `If-Match` contains the tag. `*` does not match, because it would overwrite a
/// document that the user has not seen.
pub fn if_match(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    named(headers, header::IF_MATCH).any(|named| named == tag.as_bytes())
}

/// Checks whether `If-None-Match` contains the tag, by weak comparison, or is `*`.
pub fn if_none_match(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    named(headers, header::IF_NONE_MATCH)
        .any(|named| named == b"*" || named.strip_prefix(b"W/").unwrap_or(named) == tag.as_bytes())
}

fn named(headers: &HeaderMap, header: HeaderName) -> impl Iterator<Item = &[u8]> {
    headers
        .get_all(header)
        .iter()
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b','))
        .map(<[u8]>::trim_ascii)
}

fn header_value(tag: &str) -> HeaderValue {
    HeaderValue::from_str(tag).unwrap_or(HeaderValue::from_static("\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_found_in_a_list_and_a_weak_tag_only_matches_if_none_match() {
        let tag = of_revision(3);
        let with = |header, text| HeaderMap::from_iter([(header, HeaderValue::from_static(text))]);
        for (text, matches, none_matches) in [
            ("\"rev-3\"", true, true),
            ("\"rev-2\" , \"rev-3\"", true, true),
            ("W/\"rev-3\"", false, true),
            ("*", false, true),
            ("rev-3", false, false),
            ("\"rev-33\"", false, false),
        ] {
            assert_eq!(if_match(&with(header::IF_MATCH, text), &tag), matches, "{text}");
            let headers = with(header::IF_NONE_MATCH, text);
            assert_eq!(if_none_match(&headers, &tag), none_matches, "{text}");
        }
    }
}
