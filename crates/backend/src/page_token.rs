//! Page tokens: a place in a list, which only the very same list accepts again.
//!
//! A token carries a checksum over its list and its place, so that a changed one is refused
//! instead of answered with a wrong page. There is no secret in it: whoever computes a token only
//! moves to another place of a list that they may read. What a place looks like is the list's
//! matter.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use partner_portal_contract::ProblemCode;
use sha2::{Digest, Sha256};

const CHECKSUM_BYTES: usize = 12;

/// The token of the page that follows `place`. `list` is the list's name and everything that
/// decides what is in it.
pub(crate) fn write(list: &[&str], place: &str) -> String {
    let mut bytes = checksum(list, place).to_vec();
    bytes.extend_from_slice(place.as_bytes());
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// The place that a token stands for; none for the empty token of a first page.
pub(crate) fn read(list: &[&str], token: &str) -> Result<Option<String>, ProblemCode> {
    if token.is_empty() {
        return Ok(None);
    }
    parse(list, token).map(Some).ok_or(ProblemCode::InvalidParameter)
}

fn parse(list: &[&str], token: &str) -> Option<String> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(token).ok()?;
    let (sum, place) = bytes.split_at_checked(CHECKSUM_BYTES)?;
    let place = std::str::from_utf8(place).ok()?;
    (sum == checksum(list, place)).then(|| place.to_owned())
}

fn checksum(list: &[&str], place: &str) -> [u8; CHECKSUM_BYTES] {
    let mut sum = Sha256::new();
    for part in list.iter().chain([&place]) {
        sum.update(part.len().to_le_bytes());
        sum.update(part);
    }
    let digest: [u8; 32] = sum.finalize().into();
    let mut short = [0; CHECKSUM_BYTES];
    short.copy_from_slice(&digest[..CHECKSUM_BYTES]);
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_back_by_its_own_list_only() {
        let token = write(&["users", "acc"], "7");
        assert_eq!(read(&["users", "acc"], &token), Ok(Some("7".to_owned())));
        assert_eq!(read(&["users", "acc"], ""), Ok(None));
        for other in [&["revisions", "acc"][..], &["users", "ac", "c"], &["usersacc"]] {
            assert_eq!(read(other, &token), Err(ProblemCode::InvalidParameter));
        }
    }
}
