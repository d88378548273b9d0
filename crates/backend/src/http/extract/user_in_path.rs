//! Reads the id of a user from the path.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use partner_portal_contract::ProblemCode;
use serde::Deserialize;

use crate::{http::error::ApiError, ids::UserId};

/// The id in the path. It is not checked yet whether the account has such a user.
#[derive(Clone, Debug)]
pub struct UserInPath(pub UserId);

/// The user in the path. Other path parameters are ignored.
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
