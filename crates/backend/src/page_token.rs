//! Page tokens: a place in a list, which only the very same list accepts again.
//!
//! A token carries a checksum over its list and its place, so that a changed one is refused
//! instead of answered with a wrong page. There is no secret in it: whoever computes a token only
//! moves to another place of a list that they may read.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use partner_portal_contract::{ProblemCode, users::Role};
use sha2::{Digest, Sha256};

use crate::{
    ids::{AccountId, UserId},
    storage::{UsersFilter, UsersPosition},
};

const CHECKSUM_BYTES: usize = 12;
// In no id, name or role: separates the parts.
const SEPARATOR: char = '\0';

/// The token of the page that follows `position`.
pub(crate) fn write(position: &UsersPosition, account: &AccountId, filter: &UsersFilter) -> String {
    let place = format!("{}{SEPARATOR}{}", position.user_id, position.name_key);
    let mut bytes = checksum(&place, account, filter).to_vec();
    bytes.extend_from_slice(place.as_bytes());
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// The place that a token stands for; none for the empty token of a first page.
pub(crate) fn read(
    token: &str,
    account: &AccountId,
    filter: &UsersFilter,
) -> Result<Option<UsersPosition>, ProblemCode> {
    if token.is_empty() {
        return Ok(None);
    }
    parse(token, account, filter).map(Some).ok_or(ProblemCode::InvalidParameter)
}

fn parse(token: &str, account: &AccountId, filter: &UsersFilter) -> Option<UsersPosition> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(token).ok()?;
    let (sum, place) = bytes.split_at_checked(CHECKSUM_BYTES)?;
    let place = std::str::from_utf8(place).ok()?;
    if sum != checksum(place, account, filter) {
        return None;
    }
    let (user_id, name_key) = place.split_once(SEPARATOR)?;
    Some(UsersPosition { name_key: name_key.to_owned(), user_id: UserId::new(user_id) })
}

fn checksum(place: &str, account: &AccountId, filter: &UsersFilter) -> [u8; CHECKSUM_BYTES] {
    let role = filter.role.map_or("", Role::as_str);
    let mut sum = Sha256::new();
    for part in [account.as_str(), role, filter.query.as_str(), place] {
        sum.update(part.len().to_le_bytes());
        sum.update(part);
    }
    let digest: [u8; 32] = sum.finalize().into();
    let mut short = [0; CHECKSUM_BYTES];
    short.copy_from_slice(&digest[..CHECKSUM_BYTES]);
    short
}
