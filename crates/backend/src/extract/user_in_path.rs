//! The person that a path is about.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use partner_portal_contract::ProblemCode;
use serde::Deserialize;

use crate::{error::ApiError, ids::UserId};

/// The id in the path. Whether the account has such a person is found out by looking.
#[derive(Clone, Debug)]
pub struct UserInPath(pub UserId);

/// Whatever else the path names.
#[derive(Deserialize)]
struct Segments {
    user: String,
}

impl<S: Send + Sync> FromRequestParts<S> for UserInPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let Path(path) = Path::<Segments>::from_request_parts(parts, state)
            .await
            .map_err(|_| ProblemCode::NotFound)?;
        Ok(Self(UserId::new(path.user)))
    }
}
