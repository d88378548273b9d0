//! Reads the id of an invitation from the path.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use partner_portal_contract::ProblemCode;

use crate::{http::error::ApiError, ids::InvitationId};

/// The id in the path. It is not checked yet whether the signed-in user has such an invitation.
#[derive(Clone, Debug)]
pub struct InvitationInPath(pub InvitationId);

impl<S: Send + Sync> FromRequestParts<S> for InvitationInPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let Path(invitation) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| ProblemCode::NotFound)?;
        Ok(Self(InvitationId::new(invitation)))
    }
}
