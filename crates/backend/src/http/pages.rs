//! Parses the parameters of paginated lists, and encodes page tokens. A page token is a cursor: a
//! position in a list.
//!
//! A token contains a checksum over the list and the position, so that a token that was changed or
//! belongs to another list is refused. It is not a secret: a client that computes a token only
//! reaches another position in a list that it may read. The list defines the format of its
//! positions.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use partner_portal_contract::ProblemCode;
use sha2::{Digest, Sha256};

const CHECKSUM_BYTES: usize = 12;

/// The permitted page sizes of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PageSizes {
    pub(crate) default: u32,
    pub(crate) max: u32,
}

/// The requested page of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestedPage<Position> {
    pub(crate) size: u32,
    /// The position after which the page begins. `None` for the first page.
    pub(crate) after: Option<Position>,
}

impl<Position> RequestedPage<Position> {
    /// Parses the parameters `page_size` and `page_token`. `list` is the name of the list and all
    /// parameters that determine its contents. `parse_position` reads the list's own format.
    pub(crate) fn parse(
        list: &[&str],
        sizes: PageSizes,
        page_size: Option<u32>,
        page_token: &str,
        parse_position: impl FnOnce(&str) -> Option<Position>,
    ) -> Result<Self, ProblemCode> {
        let size = page_size.unwrap_or(sizes.default);
        if !(1..=sizes.max).contains(&size) {
            return Err(ProblemCode::InvalidParameter);
        }
        let after = read(list, page_token)?
            .map(|place| parse_position(&place).ok_or(ProblemCode::InvalidParameter))
            .transpose()?;
        Ok(Self { size, after })
    }
}

/// Returns the token of the page that follows `place`.
pub(crate) fn write(list: &[&str], place: &str) -> String {
    let mut bytes = checksum(list, place).to_vec();
    bytes.extend_from_slice(place.as_bytes());
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// Returns the position in a token, or `None` for the empty token of the first page.
fn read(list: &[&str], token: &str) -> Result<Option<String>, ProblemCode> {
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
    fn a_page_token_is_accepted_only_by_its_own_list() {
        let token = write(&["users", "acc"], "7");
        assert_eq!(read(&["users", "acc"], &token), Ok(Some("7".to_owned())));
        assert_eq!(read(&["users", "acc"], ""), Ok(None));
        for other in [&["revisions", "acc"][..], &["users", "ac", "c"], &["usersacc"]] {
            assert_eq!(read(other, &token), Err(ProblemCode::InvalidParameter));
        }
    }
}
