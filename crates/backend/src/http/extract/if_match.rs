//! Requires and checks `If-Match`, without which a document is not overwritten.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
};
use partner_portal_contract::ProblemCode;

use crate::http::{error::ApiError, etag};

/// The tags in the `If-Match` header. The write may overwrite a document with one of them.
#[derive(Clone, Debug)]
pub struct IfMatch(HeaderMap);

impl IfMatch {
    /// Checks whether the header contains the tag.
    pub fn names(&self, tag: &HeaderValue) -> bool {
        etag::if_match(&self.0, tag)
    }
}

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        if !parts.headers.contains_key(header::IF_MATCH) {
            return Err(ProblemCode::IfMatchRequired.into());
        }
        let tags = parts.headers.get_all(header::IF_MATCH).iter();
        Ok(Self(tags.map(|value| (header::IF_MATCH, value.clone())).collect()))
    }
}
